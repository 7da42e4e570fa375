package io.axiom.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/**
 * All rows of a group and its commit as one execution, so it costs one round trip; those of a large group's events go ahead by COPY.
 * Its rows are encoded when it is made.
 */
final class GroupStatement {
    /** From so many events on, COPY's round trips cost less than it saves. */
    private static final int COPIED = 64;

    private final StringBuilder text = new StringBuilder();
    private final List<Array> columns = new ArrayList<>();
    private final List<CopyRows> copies = new ArrayList<>();
    private final Group group;
    private final LogSql sql;
    private final PGConnection encoder;

    private GroupStatement(Group group, LogSql sql, PGConnection encoder) {
        this.group = group;
        this.sql = sql;
        this.encoder = encoder;
    }

    static GroupStatement of(Group group, LogSql sql, Connection connection) throws SQLException {
        GroupStatement statement = new GroupStatement(group, sql, connection.unwrap(PGConnection.class));
        // Taken again it costs nothing; a group that was not looked up takes it here.
        statement.add(statement.takeLock());
        if (!group.hashes.isEmpty()) {
            statement.events();
            statement.streams();
        }
        if (!group.outcomes.isEmpty()) {
            statement.outcomes();
        }
        return statement;
    }

    void execute(Connection connection) throws SQLException {
        if (!copies.isEmpty()) {
            try (Statement lock = connection.createStatement()) {
                lock.execute(takeLock());
            }
            for (CopyRows rows : copies) {
                rows.send(connection);
            }
        }
        if (!group.hashes.isEmpty()) {
            text.append(sql.updateHead).append("; SELECT pg_notify(?, ?); ");
        }
        text.append("COMMIT");
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            int parameter = 1;
            for (Array column : columns) {
                statement.setArray(parameter++, column);
            }
            if (!group.hashes.isEmpty()) {
                statement.setLong(parameter++, group.head().position());
                statement.setBytes(parameter++, group.head().hash());
                statement.setString(parameter++, sql.channel);
                statement.setString(parameter, Long.toString(group.head().position()));
            }
            statement.execute();
        }
    }

    private void events() throws SQLException {
        if (group.hashes.size() >= COPIED) {
            copyEvents();
        } else {
            insertEvents();
        }
    }

    private String takeLock() {
        return "SELECT pg_advisory_xact_lock(" + sql.lockKey + ")";
    }

    private void copyEvents() {
        int size = group.hashes.size();
        long before = group.before.position();
        CopyRows events = new CopyRows(sql.eventTable(group.partitions(), before + 1, before + size), 10, size * 512);
        CopyRows identities = new CopyRows(sql.identityTable, 2, size * 40);
        int row = 0;
        for (Group.Accepted accepted : group.accepted) {
            PendingAppend pending = accepted.pending();
            for (int i = 0; i < pending.size(); i++, row++) {
                long position = before + 1 + row;
                events.row().add(position).add(group.hashes.get(row)).addFields(pending.fields[i]);
                identities.row().add(pending.identities[i]).add(position);
            }
        }
        copies.add(events);
        copies.add(identities);
    }

    private void insertEvents() throws SQLException {
        int size = group.hashes.size();
        long[] positions = new long[size];
        long[] sequences = new long[size];
        long[] times = new long[size];
        String[][] texts = new String[4][size];
        byte[][][] bytes = new byte[3][size][];
        UUID[] identities = new UUID[size];
        int row = 0;
        for (Group.Accepted accepted : group.accepted) {
            PendingAppend pending = accepted.pending();
            for (int i = 0; i < pending.size(); i++, row++) {
                NewEvent event = pending.append.events().get(i);
                positions[row] = group.before.position() + 1 + row;
                sequences[row] = event.sequence();
                times[row] = HashChain.micros(event.time());
                texts[0][row] = event.aggregateType();
                texts[1][row] = event.aggregateId();
                texts[2][row] = event.eventId();
                texts[3][row] = event.type();
                bytes[0][row] = group.hashes.get(row);
                bytes[1][row] = event.payload();
                bytes[2][row] = event.metadata();
                identities[row] = pending.identities[i];
            }
        }
        add(sql.insertEvents);
        column("int8", positions);
        column("bytea", bytes[0]);
        column("text", texts[0]);
        column("text", texts[1]);
        column("int8", sequences);
        column("text", texts[2]);
        column("text", texts[3]);
        column("bytea", bytes[1]);
        column("bytea", bytes[2]);
        column("int8", times);
        add(sql.insertIdentities);
        column("uuid", identities);
        column("int8", positions);
    }

    private void streams() throws SQLException {
        List<Group.Extension> created =
                group.extensions().stream().filter(Group.Extension::isNew).toList();
        List<Group.Extension> moved = group.extensions().stream()
                .filter(e -> e.enters() && !e.isNew())
                .toList();
        if (!created.isEmpty()) {
            add(sql.insertStreams);
            names(created);
            numbers(created, Group.Extension::firstPosition);
            bounds(created);
        }
        if (!moved.isEmpty()) {
            add(sql.updateStreams);
            names(moved);
            bounds(moved);
        }
    }

    private void bounds(List<Group.Extension> extensions) throws SQLException {
        numbers(extensions, e -> e.head().partition());
        numbers(extensions, e -> group.partitions().endOf(e.head().partition()));
    }

    private void outcomes() throws SQLException {
        HashChain chain = new HashChain();
        List<CommandOutcome> outcomes = group.outcomes;
        add(sql.insertOutcomes);
        column("text", outcomes.stream().map(CommandOutcome::commandId).toArray(String[]::new));
        numbers(outcomes, o -> o.appended().firstPosition());
        numbers(outcomes, o -> o.appended().lastPosition());
        column("bytea", outcomes.stream().map(CommandOutcome::outcome).toArray(byte[][]::new));
        column("bytea", outcomes.stream().map(chain::outcome).toArray(byte[][]::new));
    }

    private void names(List<Group.Extension> extensions) throws SQLException {
        column("text", extensions.stream().map(e -> e.stream().aggregateType()).toArray(String[]::new));
        column("text", extensions.stream().map(e -> e.stream().aggregateId()).toArray(String[]::new));
    }

    private <T> void numbers(List<T> rows, ToLongFunction<T> value) throws SQLException {
        column("int8", rows.stream().mapToLong(value).toArray());
    }

    private void column(String type, Object values) throws SQLException {
        columns.add(encoder.createArrayOf(type, values));
    }

    private void add(String statement) {
        text.append(statement).append("; ");
    }
}
