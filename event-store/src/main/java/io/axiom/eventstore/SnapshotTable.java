package io.axiom.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Snapshots: copies of what the log says, at most the newest of each stream. */
final class SnapshotTable {
    private final LogReader reader;
    private final DataSource dataSource;
    private final String insert;
    private final String select;

    SnapshotTable(LogReader reader, DataSource dataSource, LogSql sql) {
        this.reader = reader;
        this.dataSource = dataSource;
        String table = sql.schema + ".snapshot";
        insert = "WITH older AS (DELETE FROM " + table
                + " WHERE aggregate_id = ? AND aggregate_type = ? AND sequence < ?)"
                + " INSERT INTO " + table + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT"
                + " (aggregate_id, aggregate_type, sequence) DO UPDATE SET type = excluded.type, payload = excluded.payload,"
                + " metadata = excluded.metadata, event_id = excluded.event_id, time_micros = excluded.time_micros";
        select = "SELECT aggregate_type, aggregate_id, sequence, event_id, type, payload, metadata, time_micros FROM "
                + table + " WHERE aggregate_id = ? AND aggregate_type = ? ORDER BY sequence DESC";
    }

    void store(NewEvent snapshot) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, snapshot.aggregateId());
            statement.setString(2, snapshot.aggregateType());
            statement.setLong(3, snapshot.sequence());
            statement.setString(4, snapshot.aggregateId());
            statement.setString(5, snapshot.aggregateType());
            statement.setLong(6, snapshot.sequence());
            statement.setString(7, snapshot.eventId());
            statement.setString(8, snapshot.type());
            statement.setBytes(9, snapshot.payload());
            statement.setBytes(10, snapshot.metadata());
            statement.setLong(11, HashChain.micros(snapshot.time()));
            statement.execute();
        } catch (SQLException e) {
            throw new LogUnavailableException("The snapshot of " + snapshot.aggregateId() + " was not stored", e);
        }
    }

    /** Newest first. */
    List<NewEvent> read(String aggregateType, String aggregateId) {
        return reader.query(
                select,
                rows -> {
                    List<NewEvent> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new NewEvent(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getLong(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getBytes(6),
                                rows.getBytes(7),
                                EventRows.instant(rows.getLong(8))));
                    }
                    return found;
                },
                aggregateId,
                aggregateType);
    }

    List<String> aggregateTypes(String aggregateId) {
        return reader.query(
                select.replace("aggregate_id = ? AND aggregate_type = ?", "aggregate_id = ?"),
                rows -> {
                    List<String> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                    return found.stream().distinct().toList();
                },
                aggregateId);
    }
}
