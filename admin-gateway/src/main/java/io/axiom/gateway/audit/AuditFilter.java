package io.axiom.gateway.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null matches all.
 *
 * @param aggregate an aggregate's id, with those below it ({@code production} finds {@code production.shop-agent} too)
 * @param type in full ({@code deployment.HealthCheckFailed.v1}) or its short name ({@code HealthCheckFailed})
 * @param text anywhere in type, aggregate, actor or payload, whatever the case
 * @param from inclusive
 * @param to exclusive
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String aggregate,
        @Nullable String type,
        @Nullable String context,
        @Nullable String text,
        @Nullable String command,
        @Nullable String correlation,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null, null, null);

    /** SQL for a WHERE clause and its parameters. */
    record Condition(String sql, List<Object> parameters) {}

    Condition condition() {
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        add(parts, parameters, "split_part(actor, ';', 1) = ?", actor);
        if (aggregate != null) {
            parts.add("(aggregate_id = ? OR aggregate_id LIKE ?)");
            parameters.add(aggregate);
            parameters.add(literal(aggregate) + ".%");
        }
        if (type != null) {
            boolean full = type.indexOf('.') > 0;
            add(parts, parameters, full ? "type = ?" : "type LIKE ?", full ? type : "%." + literal(type) + ".v%");
        }
        add(parts, parameters, "context = ?", context);
        add(parts, parameters, AuditSchema.SEARCHED + " ILIKE ?", text == null ? null : '%' + literal(text) + '%');
        add(parts, parameters, "command_id = ?", command);
        add(parts, parameters, "correlation_id = ?", correlation);
        add(parts, parameters, "time >= ?", from == null ? null : Timestamp.from(from));
        add(parts, parameters, "time < ?", to == null ? null : Timestamp.from(to));
        return new Condition(parts.isEmpty() ? "true" : String.join(" AND ", parts), parameters);
    }

    private static void add(List<String> parts, List<Object> parameters, String sql, @Nullable Object value) {
        if (value != null) {
            parts.add(sql);
            parameters.add(value);
        }
    }

    /** For LIKE: the text itself, not a pattern. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
