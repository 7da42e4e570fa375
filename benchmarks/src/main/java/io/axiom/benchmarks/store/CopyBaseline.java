package io.axiom.benchmarks.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * COPY, in one transaction, of the rows a log holds into tables and indexes just like the log's: how fast this PostgreSQL can
 * take them with nothing in between.
 */
final class CopyBaseline {
    private static final int CHUNK = 1 << 20;
    private static final int TIMES = 3;
    private static final String EVENT_COLUMNS =
            "position, hash, aggregate_type, aggregate_id, sequence, event_id, type, payload, metadata, time_micros";

    /** @param everything events a second with all their rows; {@code eventRows} with the event table's alone */
    record Result(double everything, double eventRows) {}

    private final String jdbcUrl;
    private final String log;

    CopyBaseline(String jdbcUrl, String context) {
        this.jdbcUrl = jdbcUrl;
        this.log = '"' + context + "_log\"";
    }

    Result run() throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            Map<String, byte[]> rows = new LinkedHashMap<>();
            rows.put(
                    "event (" + EVENT_COLUMNS + ")",
                    out(copies, "SELECT " + EVENT_COLUMNS + " FROM " + log + ".event ORDER BY position"));
            rows.put(
                    "event_identity (id, position)",
                    out(copies, "SELECT id, position FROM " + log + ".event_identity ORDER BY position"));
            rows.put("stream", out(copies, "SELECT * FROM " + log + ".stream ORDER BY first_position"));
            long events = count(statement);
            double[] everything = new double[TIMES];
            double[] eventRows = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                emptyTables(statement);
                connection.setAutoCommit(false);
                long begin = System.nanoTime();
                double afterEvents = 0;
                for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                    in(copies, "copied." + table.getKey(), table.getValue());
                    afterEvents = afterEvents == 0 ? (System.nanoTime() - begin) / 1e9 : afterEvents;
                }
                connection.commit();
                everything[i] = events / ((System.nanoTime() - begin) / 1e9);
                eventRows[i] = events / afterEvents;
                connection.setAutoCommit(true);
            }
            Arrays.sort(everything);
            Arrays.sort(eventRows);
            return new Result(everything[TIMES / 2], eventRows[TIMES / 2]);
        }
    }

    private void emptyTables(Statement statement) throws Exception {
        statement.execute("DROP SCHEMA IF EXISTS copied CASCADE");
        statement.execute("CREATE SCHEMA copied");
        for (String table : new String[] {"event", "event_identity", "stream"}) {
            statement.execute("CREATE TABLE copied." + table + " (LIKE " + log + '.' + table + " INCLUDING ALL)");
        }
        statement.execute("CREATE UNIQUE INDEX ON copied.event (aggregate_id, aggregate_type, sequence)");
        statement.execute("CHECKPOINT");
    }

    private long count(Statement statement) throws Exception {
        try (ResultSet rows = statement.executeQuery("SELECT position FROM " + log + ".head")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static byte[] out(CopyManager copies, String query) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copies.copyOut("COPY (" + query + ") TO STDOUT BINARY", out);
        return out.toByteArray();
    }

    private static void in(CopyManager copies, String table, byte[] rows) throws Exception {
        CopyIn copy = copies.copyIn("COPY " + table + " FROM STDIN BINARY");
        for (int at = 0; at < rows.length; at += CHUNK) {
            copy.writeToCopy(rows, at, Math.min(CHUNK, rows.length - at));
        }
        copy.endCopy();
    }
}
