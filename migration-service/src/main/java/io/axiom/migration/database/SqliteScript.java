package io.axiom.migration.database;

import java.sql.SQLException;
import java.sql.Statement;

/** SQLite's driver runs a whole script only as an update. */
final class SqliteScript {
    private SqliteScript() {}

    static long run(Statement statement, String sql, int limitSeconds) throws SQLException {
        try (Deadline deadline = Deadline.of(statement, limitSeconds)) {
            return Math.max(statement.executeUpdate(sql), 0);
        }
    }
}
