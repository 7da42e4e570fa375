package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.TypeName;

/** Reads ALTER COLUMN of ALTER TABLE after the word ALTER. */
final class AlterColumnReader {
    private AlterColumnReader() {}

    static AlterAction read(Cursor cursor, int offset) {
        if (cursor.takeAny("constraint", "index", "check")) {
            cursor.name();
            cursor.until(any -> false);
            return new AlterAction.Other("alter constraint or index", offset);
        }
        cursor.take("column");
        Name column = cursor.name();
        if (cursor.take("set", "data", "type") || cursor.take("type")) {
            return type(cursor, column, offset);
        }
        if (cursor.take("set", "not", "null")) {
            return new AlterAction.SetNotNull(column, offset);
        }
        if (cursor.take("drop", "not", "null")) {
            return new AlterAction.DropNotNull(column, offset);
        }
        if (cursor.take("set", "default")) {
            return new AlterAction.SetDefault(column, cursor.until(any -> false), offset);
        }
        if (cursor.take("drop", "default")) {
            return new AlterAction.DropDefault(column, offset);
        }
        if (cursor.take("set", "expression")) {
            cursor.until(any -> false);
            return new AlterAction.Rewrite("SET EXPRESSION", offset);
        }
        boolean light = cursor.at("set", "statistics")
                || cursor.at("reset")
                || (cursor.at("set") && cursor.peek(1).isSymbol("("));
        boolean known = light
                || cursor.at("set", "storage")
                || cursor.at("set", "compression")
                || cursor.at("set", "generated")
                || cursor.at("set", "visible")
                || cursor.at("set", "invisible")
                || cursor.at("add", "generated")
                || cursor.at("drop", "identity")
                || cursor.at("drop", "expression")
                || cursor.atAny("restart", "set", "options");
        if (!known) {
            throw cursor.unexpected("a change of the column");
        }
        cursor.until(any -> false);
        return light ? new AlterAction.SetParameters(offset) : new AlterAction.Other("alter column", offset);
    }

    private static AlterAction type(Cursor cursor, Name column, int offset) {
        TypeName type = TypeReader.read(cursor);
        if (cursor.take("collate")) {
            cursor.path();
        }
        Expression using = cursor.take("using") ? cursor.until(any -> false) : Expression.NONE;
        return new AlterAction.SetType(column, type, using, offset);
    }
}
