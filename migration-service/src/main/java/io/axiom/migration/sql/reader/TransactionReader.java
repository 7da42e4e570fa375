package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Statement.Transaction;
import io.axiom.migration.sql.syntax.Statement.Transaction.Control;

/** Reads the statements that start and end transactions. */
final class TransactionReader {
    private TransactionReader() {}

    static boolean starts(Cursor cursor) {
        return cursor.atAny("begin", "commit", "end", "rollback", "abort", "savepoint", "release")
                || cursor.at("start", "transaction")
                || cursor.at("prepare", "transaction");
    }

    static Transaction read(Cursor cursor) {
        if (cursor.at("begin", "not")) {
            throw cursor.unexpected("a statement that is not a block of statements");
        }
        Control control = control(cursor);
        boolean chain = false;
        while (!cursor.atEnd()) {
            if (cursor.take("and", "no", "chain")) {
                continue;
            }
            chain |= cursor.take("and", "chain");
            if (!cursor.atEnd()) {
                cursor.next();
            }
        }
        return new Transaction(control, chain);
    }

    private static Control control(Cursor cursor) {
        if (cursor.takeAny("begin", "start")) {
            return Control.BEGIN;
        }
        if (cursor.takeAny("savepoint", "release")) {
            return Control.SAVEPOINT;
        }
        if (cursor.takeAny("rollback", "abort")) {
            boolean prepared = cursor.at("prepared");
            cursor.takeAny("work", "transaction");
            return cursor.at("to") || prepared ? Control.SAVEPOINT : Control.ROLLBACK;
        }
        boolean prepared = cursor.at("commit", "prepared");
        cursor.next();
        return prepared ? Control.SAVEPOINT : Control.COMMIT;
    }
}
