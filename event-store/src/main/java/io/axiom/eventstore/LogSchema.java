package io.axiom.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates the log's tables, and its partitions ahead of the head. */
final class LogSchema {
    private final LogSql sql;
    private final LogOptions options;

    LogSchema(LogSql sql, LogOptions options) {
        this.sql = sql;
        this.options = options;
    }

    /** Creates what is missing; of several processes that start together one does it. */
    void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + sql.lockKey + ")");
            if (!exists(connection, sql.schema + ".event")) {
                statement.execute(sql.resource("schema.sql"));
                try (PreparedStatement head =
                        connection.prepareStatement("INSERT INTO " + sql.schema + ".head VALUES (0, ?)")) {
                    head.setBytes(1, HashChain.genesis(sql.context));
                    head.execute();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    Partitions partitions(Connection connection) throws SQLException {
        Partitions partitions = new Partitions();
        // Their names carry the bounds: event_<from>_<to>.
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT split_part(c.relname, '_', 2)::bigint, split_part(c.relname, '_', 3)::bigint"
                                + " FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = '"
                                + sql.schema + ".event'::regclass")) {
            while (rows.next()) {
                partitions.add(rows.getLong(1), rows.getLong(2));
            }
        }
        return partitions;
    }

    /** Call under the lock. Makes room up to {@code position} and half a partition more. */
    Partitions extend(Connection connection, long position) throws SQLException {
        Partitions partitions = partitions(connection);
        long from = partitions.end();
        while (from <= position + options.partitionSize() / 2) {
            long to = from + options.partitionSize();
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql.resource("partition.sql")
                        .replace("${partition}", sql.partition(from, to))
                        .replace("${from}", Long.toString(from))
                        .replace("${to}", Long.toString(to)));
            }
            partitions.add(from, to);
            from = to;
        }
        return partitions;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
