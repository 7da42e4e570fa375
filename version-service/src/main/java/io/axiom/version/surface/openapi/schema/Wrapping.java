package io.axiom.version.surface.openapi.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object that became a choice: its properties moved into the alternatives of a {@code oneOf} or {@code anyOf}.
 *
 * @param moved the properties that at least one alternative has
 */
record Wrapping(String keyword, Set<String> moved) {

    static @Nullable Wrapping of(Site site) {
        JsonNode previous = site.previous();
        JsonNode current = site.current();
        if (previous.path("properties").isEmpty() || !current.path("properties").isEmpty() || current.has("type")) {
            return null;
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (previous.path(keyword).isEmpty() && !current.path(keyword).isEmpty()) {
                Set<String> moved = listed(site, current.get(keyword));
                moved.retainAll(previous.get("properties").propertyNames());
                return moved.isEmpty() ? null : new Wrapping(keyword, moved);
            }
        }
        return null;
    }

    /** The properties any alternative has. */
    private static Set<String> listed(Site site, JsonNode alternatives) {
        Set<String> listed = new HashSet<>();
        for (JsonNode member : alternatives) {
            if (SchemaSource.isSchema(member)) {
                JsonNode schema = site.usage().graph().current().schema(member);
                listed.addAll(schema.path("properties").propertyNames());
            }
        }
        return listed;
    }
}
