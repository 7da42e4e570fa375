package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Name;

/** Reads RENAME of ALTER TABLE after that word. */
final class RenameReader {
    private RenameReader() {}

    static AlterAction read(Cursor cursor, int offset) {
        if (cursor.take("to") || (cursor.isMySql() && cursor.take("as"))) {
            return new AlterAction.RenameTable(cursor.path(), offset);
        }
        if (cursor.take("constraint") || (cursor.isMySql() && cursor.takeAny("index", "key"))) {
            cursor.name();
            cursor.expect("to");
            cursor.name();
            return new AlterAction.RenameOther("constraint or index", offset);
        }
        if (!cursor.take("column") && cursor.isMySql()) {
            return new AlterAction.RenameTable(cursor.path(), offset);
        }
        Name from = cursor.name();
        cursor.expect("to");
        return new AlterAction.RenameColumn(from, cursor.name(), offset);
    }
}
