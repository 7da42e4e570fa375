package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Definition.AlterTable;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Reads ALTER TABLE after these words. */
final class AlterTableReader {
    private AlterTableReader() {}

    static AlterTable read(Cursor cursor) {
        boolean ifExists = cursor.take("if", "exists");
        cursor.take("only");
        QualifiedName table = cursor.path();
        cursor.takeSymbol("*");
        List<AlterAction> actions = new ArrayList<>();
        do {
            actions.add(action(cursor));
        } while (cursor.takeSymbol(",") || isNextOption(cursor));
        cursor.expectEnd();
        return new AlterTable(table, ifExists, actions);
    }

    /** MySQL's {@code ENGINE = x ROW_FORMAT = y} need no comma. */
    private static boolean isNextOption(Cursor cursor) {
        return cursor.isMySql() && cursor.peek().isName() && cursor.peek(1).isSymbol("=");
    }

    private static AlterAction action(Cursor cursor) {
        int offset = cursor.offset();
        if (cursor.take("add")) {
            return AddReader.read(cursor, offset);
        }
        if (cursor.take("drop")) {
            return DropActionReader.read(cursor, offset);
        }
        if (cursor.take("alter")) {
            return AlterColumnReader.read(cursor, offset);
        }
        if (cursor.take("rename")) {
            return RenameReader.read(cursor, offset);
        }
        if (cursor.take("validate", "constraint")) {
            return new AlterAction.ValidateConstraint(cursor.name(), offset);
        }
        if (cursor.take("attach", "partition")) {
            QualifiedName partition = cursor.path();
            cursor.until(any -> false);
            return new AlterAction.AttachPartition(partition, offset);
        }
        if (cursor.take("detach", "partition")) {
            return new AlterAction.DetachPartition(
                    cursor.path(), cursor.take("concurrently"), cursor.take("finalize"), offset);
        }
        return cursor.isMySql() ? MySqlActionReader.read(cursor, offset) : SettingActionReader.read(cursor, offset);
    }
}
