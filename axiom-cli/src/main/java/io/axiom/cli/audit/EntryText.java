package io.axiom.cli.audit;

import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Table;
import io.axiom.cli.text.Times;
import io.axiom.language.Texts;
import io.axiom.language.audit.AuditEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Entries of the audit log as lines. */
final class EntryText {
    private static final int WORDS = 70;
    /** Said by the other columns already, or too long to help. */
    private static final Set<String> ELSEWHERE =
            Set.of("at", "environment", "environmentId", "component", "name", "requestedBy", "sha256", "deploymentId");

    private EntryText() {}

    static Table table(List<AuditEntry> entries, ZoneId zone) {
        Table table = new Table("POSITION", "TIME", "SOURCE", "EVENT", "OF", "ACTOR", "CAUSE", "CONTENT");
        entries.forEach(entry -> table.row(
                entry.position(),
                Times.moment(entry.time(), zone),
                entry.context() + '@' + entry.sourcePosition(),
                name(entry.type()),
                entry.aggregateId(),
                entry.actor(),
                entry.cause(),
                content(entry.event())));
        return table;
    }

    /** One that stands alone, for a log that is being followed. */
    static String line(AuditEntry entry, ZoneId zone, Ink ink) {
        Instant time = entry.time();
        return ink.faint(String.format("%6d  ", entry.position())) + Times.clock(time, zone) + "  "
                + ink.strong(name(entry.type())) + "  " + Ink.clean(entry.aggregateId()) + "  "
                + ink.faint("by " + Ink.clean(entry.actor())
                        + (entry.cause() == null ? "" : ", after " + Ink.clean(entry.cause())))
                + "  " + content(entry.event());
    }

    /** {@code HealthCheckFailed} of {@code deployment.HealthCheckFailed.v1}. */
    static String name(String type) {
        String[] parts = type.split("\\.");
        return parts.length == 3 ? parts[1] : type;
    }

    private static String content(JsonNode event) {
        String words = event.properties().stream()
                .filter(field ->
                        field.getValue().isValueNode() && !field.getValue().isNull())
                .filter(field -> !ELSEWHERE.contains(field.getKey()))
                .map(EntryText::word)
                .collect(Collectors.joining(" "));
        return Ink.clean(Texts.shorten(words, WORDS));
    }

    private static String word(Map.Entry<String, JsonNode> field) {
        String value = field.getValue().asString("");
        return field.getKey() + '=' + (value.indexOf(' ') < 0 ? value : '"' + value + '"');
    }
}
