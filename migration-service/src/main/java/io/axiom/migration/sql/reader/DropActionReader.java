package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Name;

/** Reads DROP of ALTER TABLE after that word. */
final class DropActionReader {
    private DropActionReader() {}

    static AlterAction read(Cursor cursor, int offset) {
        if (cursor.take("constraint")) {
            boolean ifExists = cursor.take("if", "exists");
            Name name = cursor.name();
            cursor.takeAny("cascade", "restrict");
            return new AlterAction.DropConstraint(name, ifExists, offset);
        }
        if (cursor.isMySql() && !cursor.at("column")) {
            if (cursor.take("primary", "key")) {
                return new AlterAction.Other("drop primary key", offset);
            }
            if (cursor.take("foreign", "key") || cursor.take("check")) {
                boolean ifExists = cursor.take("if", "exists");
                return new AlterAction.DropConstraint(cursor.name(), ifExists, offset);
            }
            if (cursor.takeAny("index", "key", "partition")) {
                cursor.until(any -> false);
                return new AlterAction.Other("drop index or partition", offset);
            }
        }
        cursor.take("column");
        boolean ifExists = cursor.take("if", "exists");
        Name column = cursor.name();
        boolean cascade = cursor.take("cascade");
        cursor.take("restrict");
        return new AlterAction.DropColumn(column, ifExists, cascade, offset);
    }
}
