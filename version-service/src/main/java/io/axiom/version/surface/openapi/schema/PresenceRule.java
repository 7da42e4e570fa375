package io.axiom.version.surface.openapi.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keywords that hold one schema, where it came or went. What is inside is compared by itself, save for conditions. */
final class PresenceRule implements SchemaRule {
    private record Entry(String keyword, String rule) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("items", "items"),
            new Entry("not", "not"),
            new Entry("if", "if"),
            new Entry("then", "then"),
            new Entry("else", "else"),
            new Entry("contains", "contains"),
            new Entry("propertyNames", "property-names"),
            new Entry("unevaluatedItems", "unevaluated-items"),
            new Entry("unevaluatedProperties", "unevaluated-properties"),
            new Entry("contentSchema", "content-schema"));

    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() == null) {
            ENTRIES.forEach(entry -> judge(site, entry));
            site.pair().children().stream()
                    .filter(child -> Keywords.OPAQUE.contains(child.keyword())
                            && child.pair().differs())
                    .forEach(child -> site.report(child.keyword() + "-changed", null, null));
        }
    }

    private static void judge(Site site, Entry entry) {
        boolean before = demands(site.previous(), entry.keyword());
        boolean after = demands(site.current(), entry.keyword());
        if (before == after
                || entry.keyword().equals("items") && !(isList(site.previous()) && isList(site.current()))) {
            return;
        }
        site.report(entry.rule() + (after ? "-added" : "-removed"), null, null);
    }

    /** {@code not}, {@code if} and {@code contains} say something even when what they hold demands nothing. */
    private static boolean demands(JsonNode schema, String keyword) {
        @Nullable JsonNode held = schema.get(keyword);
        boolean always = List.of("not", "if", "contains", "contentSchema").contains(keyword);
        return held != null && SchemaSource.isSchema(held) && (always || !Contract.demandsNothing(held));
    }

    private static boolean isList(JsonNode schema) {
        Types types = Types.of(schema);
        return types.any() || types.names().contains("array");
    }
}
