package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Column;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.Token;
import java.util.Locale;

/** Reads those actions of ALTER TABLE that only MySQL and MariaDB have. */
final class MySqlActionReader {
    private MySqlActionReader() {}

    static AlterAction read(Cursor cursor, int offset) {
        if (cursor.take("modify")) {
            cursor.take("column");
            cursor.take("if", "exists");
            Column definition = ColumnReader.read(cursor);
            return new AlterAction.RedefineColumn(definition.name(), definition, false, offset);
        }
        if (cursor.take("change")) {
            cursor.take("column");
            cursor.take("if", "exists");
            Name column = cursor.name();
            boolean renames =
                    cursor.peek().isName() && !Name.of(cursor.peek()).value().equalsIgnoreCase(column.value());
            return new AlterAction.RedefineColumn(column, ColumnReader.read(cursor), renames, offset);
        }
        if (cursor.take("convert", "to", "character", "set") || cursor.take("convert", "to", "charset")) {
            return option(cursor, "CONVERT", offset);
        }
        cursor.take("default");
        if (cursor.take("character", "set") || cursor.take("charset")) {
            return option(cursor, "CHARSET", offset);
        }
        if (cursor.takeAny(
                "enable",
                "disable",
                "order",
                "force",
                "discard",
                "import",
                "partition",
                "reorganize",
                "coalesce",
                "truncate",
                "exchange",
                "analyze",
                "check",
                "optimize",
                "rebuild",
                "repair",
                "remove",
                "with",
                "without")) {
            while (!cursor.atEnd()) {
                cursor.next();
            }
            return new AlterAction.Other("table or partition order", offset);
        }
        if (!cursor.peek().isName()) {
            throw cursor.unexpected("an action of ALTER TABLE");
        }
        return option(cursor, cursor.next().text().toUpperCase(Locale.ROOT), offset);
    }

    private static AlterAction option(Cursor cursor, String name, int offset) {
        cursor.takeSymbol("=");
        Token value = cursor.next();
        while (!cursor.atEnd()
                && !cursor.atSymbol(",")
                && cursor.takeAny("collate", "default", "character", "set", "charset")) {
            cursor.takeSymbol("=");
            cursor.next();
        }
        if (!cursor.atEnd() && !cursor.atSymbol(",") && !cursor.peek(1).isSymbol("=")) {
            throw cursor.unexpected("',' or the end of the statement");
        }
        return new AlterAction.Option(name, value.content().toLowerCase(Locale.ROOT), offset);
    }
}
