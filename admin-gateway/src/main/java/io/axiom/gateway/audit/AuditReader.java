package io.axiom.gateway.audit;

import io.axiom.language.Actor;
import io.axiom.language.Cut;
import io.axiom.language.EventReference;
import io.axiom.language.audit.AuditEntry;
import io.axiom.language.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit log. */
@Component
public class AuditReader {
    private static final String COLUMNS = """
            SELECT position, context, source_position, event_id, type, aggregate_type, aggregate_id, sequence, time, actor,
                command_id, correlation_id, cause, payload, cut, hash FROM audit_entry WHERE
            """;

    private final JdbcClient jdbc;

    AuditReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry as it is stored, for the hash. */
    record Row(long position, Arrival arrival, String cut, byte[] hash) {
        AuditEntry entry() {
            Actor actor = actor(arrival.actor());
            EventReference cause = arrival.cause();
            return new AuditEntry(
                    position,
                    arrival.source().context(),
                    arrival.source().position(),
                    arrival.eventId(),
                    arrival.type(),
                    arrival.aggregateType(),
                    arrival.aggregateId(),
                    arrival.sequence(),
                    arrival.time(),
                    actor == null ? arrival.actor() : actor.name(),
                    actor == null ? null : actor.role(),
                    arrival.commandId(),
                    arrival.correlationId(),
                    cause == null ? null : cause.toString(),
                    Json.lenient().readTree(arrival.payload()),
                    parseCut(cut),
                    HexFormat.of().formatHex(hash));
        }
    }

    /** Entries after a position, oldest first. */
    List<Row> after(long position, AuditFilter filter, int limit) {
        return read("position > ?", position, filter, "ORDER BY position ASC LIMIT ?", limit);
    }

    /** Entries before a position, newest first. */
    List<Row> before(long position, AuditFilter filter, int limit) {
        return read("position < ?", position, filter, "ORDER BY position DESC LIMIT ?", limit);
    }

    private List<Row> read(String bound, long position, AuditFilter filter, String order, int limit) {
        AuditFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>();
        parameters.add(position);
        parameters.addAll(condition.parameters());
        parameters.add(limit);
        return jdbc.sql(COLUMNS + bound + " AND " + condition.sql() + ' ' + order)
                .params(parameters)
                .query(AuditReader::row)
                .list();
    }

    Optional<AuditEntry> at(long position) {
        return jdbc.sql(COLUMNS + "position = ?")
                .param(position)
                .query(AuditReader::row)
                .optional()
                .map(Row::entry);
    }

    /** The last position; 0 when empty. */
    public long head() {
        return jdbc.sql("SELECT position FROM audit_head").query(Long.class).single();
    }

    /** Which context answered a command, when anything came of it. */
    public Optional<String> contextOfCommand(String commandId) {
        return jdbc.sql("SELECT context FROM audit_entry WHERE command_id = ? ORDER BY position LIMIT 1")
                .param(commandId)
                .query(String.class)
                .optional();
    }

    /** When the last entry's event happened; null when there is none. */
    public @Nullable Instant lastTime() {
        return jdbc.sql("SELECT time FROM audit_entry ORDER BY position DESC LIMIT 1")
                .query((rows, _) -> rows.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    private static Row row(ResultSet rows, int index) throws SQLException {
        String cause = rows.getString(13);
        Arrival arrival = new Arrival(
                new EventReference(rows.getString(2), rows.getLong(3)),
                cause == null ? null : EventReference.parse(cause),
                -1,
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getLong(8),
                rows.getTimestamp(9).toInstant(),
                rows.getString(10),
                rows.getString(11),
                rows.getString(12),
                rows.getString(14));
        return new Row(rows.getLong(1), arrival, rows.getString(15), rows.getBytes(16));
    }

    private static @Nullable Actor actor(String text) {
        try {
            return Actor.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Reads {@code deployment@42 version@7}. */
    static Cut parseCut(String text) {
        Map<String, Long> positions = new HashMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(" ")) {
            EventReference reference = EventReference.parse(part);
            positions.put(reference.context(), reference.position());
        }
        return new Cut(positions);
    }
}
