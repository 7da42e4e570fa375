package io.axiom.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Commits groups. One round trip when this process was the last to append and knows the streams: PostgreSQL's keys (position,
 * stream, event id, command id) refute a wrong guess. Else two: look under the lock, then write.
 *
 * <p>While one thread commits, another may prepare the next group, as if the one under way were committed already. Whether that
 * came true is seen before it is stored.
 */
final class LogTransaction {
    private static final String UNIQUE_VIOLATION = "23505";
    /** After a wrong guess so many groups look first. */
    private static final int DISTRUSTED_GROUPS = 16;

    /** Every lookup is by key, few among many: plans once, by index, whatever the statistics of a fresh table say. */
    private static final String SESSION = "SET synchronous_commit = on; SET plan_cache_mode = force_generic_plan;"
            + " SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off; SET work_mem = '64MB';"
            + " SET idle_in_transaction_session_timeout = '10s'";

    private final LogSql sql;
    private final LogSchema schema;
    private final Connection connection;
    private final String look;
    private final StreamCache cache = new StreamCache();
    private Partitions partitions;
    private int distrust;
    /** Where the log ended after this process's last group; null when that is not known. Only the committing thread's. */
    private @Nullable Head stored;

    /** A group and its rows, ready to be stored if the log ends at {@code group.before}. */
    record Prepared(Group group, GroupStatement statement) {}

    LogTransaction(LogSql sql, LogSchema schema, Connection connection) throws SQLException {
        this.sql = sql;
        this.schema = schema;
        this.connection = connection;
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute(SESSION);
        }
        partitions = schema.partitions(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        // Statements of one execution travel together; each sees what was committed before it began.
        look = "SELECT pg_advisory_xact_lock(" + sql.lockKey + "); SELECT position, hash FROM " + sql.schema + ".head;"
                + " SELECT s.aggregate_type, s.aggregate_id, " + sql.lastSequence
                + ", s.last_from FROM unnest(?::text[], ?::text[]) q (type, id)"
                + " JOIN " + sql.schema + ".stream s ON s.aggregate_type = q.type AND s.aggregate_id = q.id;"
                + " SELECT command_id, first_position, last_position, outcome FROM " + sql.schema
                + ".command_outcome WHERE command_id = ANY(?::text[]);"
                + " SELECT id FROM " + sql.schema + ".event_identity WHERE id = ANY(?::uuid[])";
    }

    /** Decides a group without looking; null when it has to be looked at. Another thread may be committing meanwhile. */
    synchronized @Nullable Prepared prepare(List<PendingAppend> pending) throws SQLException {
        Known guess = distrust > 0 ? null : cache.guess(pending, partitions);
        if (guess == null) {
            return null;
        }
        Group group = new Group(pending, guess);
        if (!group.refused.isEmpty()) {
            // A refusal is never a guess: nothing in PostgreSQL would refute it.
            return null;
        }
        Prepared prepared = new Prepared(group, GroupStatement.of(group, sql, connection));
        cache.committed(group);
        return prepared;
    }

    /**
     * Stores a group; what is committed when this returns is what the group says.
     *
     * @param prepared what {@link #prepare} made of it, null for nothing
     */
    Group commit(List<PendingAppend> pending, @Nullable Prepared prepared, Consumer<Group> beforeWrite)
            throws SQLException {
        if (prepared != null && prepared.group().before.equals(stored) && tryStore(prepared, beforeWrite)) {
            return prepared.group();
        }
        synchronized (this) {
            return lookAndStore(pending, beforeWrite);
        }
    }

    private boolean tryStore(Prepared prepared, Consumer<Group> beforeWrite) throws SQLException {
        stored = null;
        beforeWrite.accept(prepared.group());
        try {
            prepared.statement().execute(connection);
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            // Another process appended, or a command or an event was here before: look before deciding.
            connection.rollback();
            doubt();
            return false;
        }
        stored = prepared.group().head();
        return true;
    }

    /** What was prepared in the meantime rests on what did not come true. */
    private synchronized void doubt() {
        distrust = DISTRUSTED_GROUPS;
        cache.forget();
    }

    private Group lookAndStore(List<PendingAppend> pending, Consumer<Group> beforeWrite) throws SQLException {
        stored = null;
        Group group = new Group(pending, look(pending));
        if (group.storesNothing()) {
            // Not rolled back: looking may have created a partition.
            connection.commit();
        } else {
            beforeWrite.accept(group);
            GroupStatement.of(group, sql, connection).execute(connection);
            cache.committed(group);
        }
        stored = group.head();
        return group;
    }

    private Known look(List<PendingAppend> pending) throws SQLException {
        Set<StreamKey> streams = cache.missing(pending);
        List<String> commands = new ArrayList<>();
        List<UUID> identities = new ArrayList<>();
        for (PendingAppend append : pending) {
            identities.addAll(List.of(append.identities));
            if (append.append.commandId() != null) {
                commands.add(append.append.commandId());
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(look)) {
            statement.setArray(1, texts(streams.stream().map(StreamKey::aggregateType)));
            statement.setArray(2, texts(streams.stream().map(StreamKey::aggregateId)));
            statement.setArray(3, texts(commands.stream()));
            statement.setArray(4, connection.createArrayOf("uuid", identities.toArray(UUID[]::new)));
            statement.execute();
            statement.getMoreResults();
            Head head = head(statement);
            if (!cache.holdsFor(head) && !cache.missing(pending).equals(streams)) {
                // Streams were left out because they seemed known.
                return look(pending);
            }
            distrust = Math.max(0, distrust - 1);
            cache.add(streams(statement));
            long needed = head.position() + identities.size();
            if (needed >= partitions.end() - 1) {
                partitions = schema.extend(connection, needed);
            }
            return cache.known(head, partitions, outcomes(statement), identities(statement));
        }
    }

    /** Under the lock: whether a group whose commit was never answered is in the log. */
    boolean holds(Group group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_advisory_xact_lock(" + sql.lockKey + "); SELECT count(*) FROM (SELECT 1 FROM " + sql.schema
                        + ".event WHERE position = ? AND hash = ? UNION ALL SELECT 1 FROM " + sql.schema
                        + ".command_outcome WHERE command_id = ? AND first_position = ?) found")) {
            boolean events = group.head().position() > group.before.position();
            CommandOutcome outcome = events ? null : group.outcomes.getFirst();
            statement.setLong(1, events ? group.head().position() : -1);
            statement.setBytes(2, group.head().hash());
            statement.setString(3, outcome == null ? "" : outcome.commandId());
            statement.setLong(4, outcome == null ? -1 : outcome.appended().firstPosition());
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        } finally {
            connection.rollback();
        }
    }

    private static Head head(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            rows.next();
            Head head = new Head(rows.getLong(1), rows.getBytes(2));
            statement.getMoreResults();
            return head;
        }
    }

    private static Map<StreamKey, StreamHead> streams(PreparedStatement statement) throws SQLException {
        Map<StreamKey, StreamHead> streams = new HashMap<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                streams.put(
                        new StreamKey(rows.getString(1), rows.getString(2)),
                        new StreamHead(rows.getLong(3), rows.getLong(4)));
            }
        }
        statement.getMoreResults();
        return streams;
    }

    private static Map<String, CommandOutcome> outcomes(PreparedStatement statement) throws SQLException {
        Map<String, CommandOutcome> outcomes = new HashMap<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                outcomes.put(rows.getString(1), EventRows.outcome(rows));
            }
        }
        statement.getMoreResults();
        return outcomes;
    }

    private static Set<UUID> identities(PreparedStatement statement) throws SQLException {
        Set<UUID> identities = new HashSet<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                identities.add(rows.getObject(1, UUID.class));
            }
        }
        return identities;
    }

    private Array texts(Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray(String[]::new));
    }
}
