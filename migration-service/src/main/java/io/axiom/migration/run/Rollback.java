package io.axiom.migration.run;

import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;

/** Ends a transaction of which it is not known whether it is still open. */
final class Rollback {
    private Rollback() {}

    static void quietly(SqlSession session) {
        try {
            session.execute("ROLLBACK");
        } catch (SqlFailure e) {
            // None is open, or the connection is gone and its transaction with it.
        }
    }
}
