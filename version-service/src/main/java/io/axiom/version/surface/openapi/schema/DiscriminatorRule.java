package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The property that tells alternatives apart, and the names it knows them by. */
final class DiscriminatorRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        JsonNode before = site.previous().path("discriminator");
        JsonNode after = site.current().path("discriminator");
        if (site.pair().nullWrap() != null || !before.isObject() && !after.isObject()) {
            return;
        }
        if (!before.isObject()) {
            site.report("discriminator-added", null, property(after));
        } else if (!after.isObject()) {
            site.report("discriminator-removed", property(before), null);
        } else {
            changed(site, before, after);
        }
    }

    private static void changed(Site site, JsonNode before, JsonNode after) {
        if (!property(before).equals(property(after))) {
            site.report("discriminator-property-name-changed", property(before), property(after));
        }
        JsonNode mapped = before.path("mapping");
        JsonNode mapping = after.path("mapping");
        String added = missing(mapping, mapped);
        if (added != null) {
            site.report("discriminator-mapping-added", null, added);
        }
        String removed = missing(mapped, mapping);
        if (removed != null) {
            site.report("discriminator-mapping-deleted", removed, null);
        }
        mapped.properties().forEach(entry -> {
            JsonNode now = mapping.get(entry.getKey());
            if (now != null && !now.equals(entry.getValue())) {
                String was = Nodes.text(entry.getValue());
                site.report("discriminator-mapping-changed", entry.getKey(), was, Nodes.text(now));
            }
        });
    }

    private static @Nullable String missing(JsonNode from, JsonNode in) {
        List<String> names =
                from.propertyNames().stream().filter(name -> !in.has(name)).toList();
        return names.isEmpty() ? null : names.stream().collect(Collectors.joining(", "));
    }

    private static String property(JsonNode discriminator) {
        return discriminator.path("propertyName").asString("");
    }
}
