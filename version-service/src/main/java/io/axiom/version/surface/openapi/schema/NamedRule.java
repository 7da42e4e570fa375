package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code patternProperties}, {@code dependentSchemas} and {@code dependentRequired}: entries that came, went, changed. */
final class NamedRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null) {
            return;
        }
        entries(site, "patternProperties", "pattern-property");
        entries(site, "dependentSchemas", "dependent-schema");
        entries(site, "dependentRequired", "dependent-required");
    }

    private static void entries(Site site, String keyword, String rule) {
        JsonNode before = site.previous().path(keyword);
        JsonNode after = site.current().path(keyword);
        boolean lists = keyword.equals("dependentRequired");
        after.properties().stream().filter(entry -> !before.has(entry.getKey())).forEach(entry -> {
            String value = lists ? Nodes.text(entry.getValue()) : null;
            site.report(rule + "-added", entry.getKey(), null, value);
        });
        before.properties().forEach(entry -> {
            JsonNode now = after.get(entry.getKey());
            String value = lists ? Nodes.text(entry.getValue()) : null;
            if (now == null) {
                site.report(rule + "-removed", entry.getKey(), value, null);
            } else if (lists && !names(entry.getValue()).equals(names(now))) {
                site.report(rule + "-changed", entry.getKey(), value, Nodes.text(now));
            }
        });
    }

    private static Set<JsonNode> names(JsonNode list) {
        Set<JsonNode> names = new LinkedHashSet<>();
        list.forEach(names::add);
        return names;
    }
}
