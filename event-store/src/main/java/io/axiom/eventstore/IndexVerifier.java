package io.axiom.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Checks the tables beside the events against them: where streams are, and which event has which id. */
final class IndexVerifier {
    private static final String OF_STREAM =
            ".event e WHERE e.aggregate_id = s.aggregate_id AND e.aggregate_type = s.aggregate_type";

    /** @param position of an event it is about */
    record Problem(long position, String what) {}

    private final LogReader reader;
    private final LogSql sql;

    IndexVerifier(LogReader reader, LogSql sql) {
        this.reader = reader;
        this.sql = sql;
    }

    Optional<Problem> identities(List<StoredEvent> events) {
        UUID[] ids =
                events.stream().map(e -> EventIdentity.of(e.event().eventId())).toArray(UUID[]::new);
        Map<UUID, Long> positions = reader.query(
                "SELECT id, position FROM " + sql.schema + ".event_identity WHERE id = ANY(?)",
                rows -> {
                    Map<UUID, Long> found = new HashMap<>();
                    while (rows.next()) {
                        found.put(rows.getObject(1, UUID.class), rows.getLong(2));
                    }
                    return found;
                },
                (Object) ids);
        for (int i = 0; i < ids.length; i++) {
            if (positions.getOrDefault(ids[i], 0L) != events.get(i).position()) {
                return Optional.of(new Problem(events.get(i).position(), "The identity of the event is not indexed"));
            }
        }
        return Optional.empty();
    }

    /** Of the whole log; reads all of it once more. */
    Optional<Problem> whole() {
        String log = sql.schema;
        return first(
                        "An event identity belongs to no event",
                        "SELECT i.position FROM " + log
                                + ".event_identity i WHERE NOT EXISTS (SELECT 1 FROM " + log
                                + ".event e WHERE e.position = i.position)"
                                + " OR (SELECT count(*) FROM " + log + ".event_identity) <> (SELECT position FROM "
                                + log + ".head)")
                .or(() -> first(
                        "A stream is not indexed",
                        "SELECT e.position FROM " + log
                                + ".event e WHERE NOT EXISTS (SELECT 1 FROM " + log
                                + ".stream s WHERE s.aggregate_id = e.aggregate_id"
                                + " AND s.aggregate_type = e.aggregate_type)"))
                .or(() -> first(
                        "A stream is not where its index says",
                        "SELECT s.first_position FROM " + log + ".stream s"
                                + " WHERE NOT EXISTS (SELECT 1 FROM " + log + OF_STREAM
                                + " AND e.position = s.first_position)"
                                + " OR NOT EXISTS (SELECT 1 FROM " + log + OF_STREAM
                                + " AND e.position >= s.last_from AND e.position < s.last_until)"
                                + " OR EXISTS (SELECT 1 FROM " + log + OF_STREAM
                                + " AND (e.position < s.first_position OR e.position >= s.last_until))"
                                + " OR NOT EXISTS (SELECT 1 FROM pg_inherits p JOIN pg_class c ON c.oid = p.inhrelid WHERE p.inhparent = '"
                                + log
                                + ".event'::regclass AND c.relname = 'event_' || s.last_from || '_' || s.last_until)"));
    }

    private Optional<Problem> first(String what, String query) {
        return reader.longQuery(
                query + " LIMIT 1",
                rows -> rows.next() ? Optional.of(new Problem(rows.getLong(1), what)) : Optional.empty());
    }
}
