package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Column;

/** Reads ADD of ALTER TABLE after that word. */
final class AddReader {
    private AddReader() {}

    static AlterAction read(Cursor cursor, int offset) {
        if (cursor.isMySql()) {
            if (cursor.at("unique") || cursor.atAny("index", "key", "fulltext", "spatial")) {
                return index(cursor, offset);
            }
            if (cursor.take("partition")) {
                cursor.until(any -> false);
                return new AlterAction.Other("add partition", offset);
            }
        }
        boolean column = cursor.take("column");
        if (!column && TableConstraintReader.starts(cursor)) {
            return new AlterAction.AddConstraint(TableConstraintReader.read(cursor), offset);
        }
        boolean ifNotExists = cursor.take("if", "not", "exists");
        if (cursor.isMySql() && cursor.atSymbol("(")) {
            return columns(cursor, ifNotExists, offset);
        }
        return new AlterAction.AddColumn(ColumnReader.read(cursor), ifNotExists, offset);
    }

    private static AlterAction index(Cursor cursor, int offset) {
        boolean unique = cursor.take("unique");
        cursor.until(any -> false);
        return new AlterAction.AddIndex(unique, offset);
    }

    /** {@code ADD (a int)}; more than one column in the parentheses is rare and left to a person. */
    private static AlterAction columns(Cursor cursor, boolean ifNotExists, int offset) {
        Cursor list = cursor.over(cursor.group());
        Column column = ColumnReader.read(list);
        list.expectEnd();
        return new AlterAction.AddColumn(column, ifNotExists, offset);
    }
}
