package io.axiom.version.surface.openapi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
                List<JsonNode> alternatives = alternatives(site, current.get(keyword));
                Set<String> moved = previous.get("properties").propertyNames().stream()
                        .filter(name -> alternatives.stream()
                                .anyMatch(each -> each.path("properties").has(name)))
                        .collect(Collectors.toSet());
                return moved.isEmpty() ? null : new Wrapping(keyword, moved);
            }
        }
        return null;
    }

    private static List<JsonNode> alternatives(Site site, JsonNode list) {
        List<JsonNode> alternatives = new ArrayList<>();
        for (JsonNode member : list) {
            if (SchemaSource.isSchema(member)) {
                alternatives.add(site.usage().graph().current().schema(member));
            }
        }
        return alternatives;
    }
}
