package io.axiom.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** Reads the log. Every question is one statement, so each answer is of one moment. */
final class LogReader {
    private static final int HOURS = (int) Duration.ofHours(6).toMillis();
    private static final long RETRY_NANOS = Duration.ofMillis(20).toNanos();

    private final DataSource dataSource;
    private final LogSql sql;
    private final Duration patience;

    LogReader(DataSource dataSource, LogSql sql, Duration patience) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.patience = patience;
    }

    List<StoredEvent> read(long afterPosition, int limit) {
        return query(sql.readAfter, EventRows::read, afterPosition, limit);
    }

    List<StoredEvent> readStream(String aggregateType, String aggregateId, long fromSequence, long asOf, int limit) {
        return query(
                sql.readStream,
                EventRows::read,
                aggregateType,
                aggregateId,
                fromSequence,
                asOf,
                aggregateType,
                aggregateId,
                aggregateType,
                aggregateId,
                limit);
    }

    /** The kinds of aggregate that have a stream with this id. */
    List<String> aggregateTypes(String aggregateId) {
        return query(
                "SELECT aggregate_type FROM " + sql.schema + ".stream WHERE aggregate_id = ?",
                rows -> {
                    List<String> types = new java.util.ArrayList<>();
                    while (rows.next()) {
                        types.add(rows.getString(1));
                    }
                    return types;
                },
                aggregateId);
    }

    OptionalLong lastSequence(String aggregateType, String aggregateId) {
        return query(
                "SELECT " + sql.lastSequence + " FROM " + sql.schema
                        + ".stream s WHERE aggregate_type = ? AND aggregate_id = ?",
                LogReader::optional,
                aggregateType,
                aggregateId);
    }

    Optional<CommandOutcome> outcome(String commandId) {
        return query(
                "SELECT command_id, first_position, last_position, outcome FROM " + sql.schema
                        + ".command_outcome WHERE command_id = ?",
                rows -> rows.next() ? Optional.of(EventRows.outcome(rows)) : Optional.empty(),
                commandId);
    }

    long head() {
        return query("SELECT position FROM " + sql.schema + ".head", LogReader::optional)
                .orElse(0);
    }

    OptionalLong positionAt(Instant instant) {
        return query(
                "SELECT position FROM " + sql.schema + ".event WHERE time_micros <= ? ORDER BY position DESC LIMIT 1",
                LogReader::optional,
                HashChain.micros(instant));
    }

    /** The first position whose event's time is not before {@code instant}. */
    OptionalLong firstPositionFrom(Instant instant) {
        return query(
                "SELECT position FROM " + sql.schema + ".event WHERE time_micros >= ? ORDER BY position LIMIT 1",
                LogReader::optional,
                HashChain.micros(instant));
    }

    @FunctionalInterface
    interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    <T> T query(String text, Rows<T> reader, Object... parameters) {
        return query(0, text, reader, parameters);
    }

    /** For a question about the whole log: its answer may take hours. */
    <T> T longQuery(String text, Rows<T> reader) {
        return query(HOURS, text, reader);
    }

    /** A pool may hand out connections that died with a PostgreSQL that is long back: asking again harms nobody. */
    private <T> T query(int timeoutMillis, String text, Rows<T> reader, Object... parameters) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return queryOnce(timeoutMillis, text, reader, parameters);
            } catch (SQLException e) {
                if (!ConnectionLoss.is(e)
                        || System.nanoTime() > deadline
                        || Thread.currentThread().isInterrupted()) {
                    throw new LogUnavailableException("The log cannot be read", e);
                }
                LockSupport.parkNanos(this, RETRY_NANOS);
            }
        }
    }

    private <T> T queryOnce(int timeoutMillis, String text, Rows<T> reader, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            if (timeoutMillis > 0) {
                connection.setNetworkTimeout(Runnable::run, timeoutMillis);
            }
            // Prepared on the server at once: from then on values travel in binary.
            statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }

    private static OptionalLong optional(ResultSet rows) throws SQLException {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
    }
}
