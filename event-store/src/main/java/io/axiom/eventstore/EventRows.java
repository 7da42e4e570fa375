package io.axiom.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads rows in the order of {@link LogSql#EVENT_COLUMNS}. */
final class EventRows {
    private EventRows() {}

    static List<StoredEvent> read(ResultSet rows) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        while (rows.next()) {
            NewEvent event = new NewEvent(
                    rows.getString(3),
                    rows.getString(4),
                    rows.getLong(5),
                    rows.getString(6),
                    rows.getString(7),
                    rows.getBytes(8),
                    rows.getBytes(9),
                    instant(rows.getLong(10)));
            events.add(new StoredEvent(rows.getLong(1), event, rows.getBytes(2)));
        }
        return events;
    }

    static CommandOutcome outcome(ResultSet rows) throws SQLException {
        return new CommandOutcome(rows.getString(1), new Appended(rows.getLong(2), rows.getLong(3)), rows.getBytes(4));
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
