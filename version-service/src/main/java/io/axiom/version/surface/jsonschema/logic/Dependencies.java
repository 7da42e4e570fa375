package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What an object must also have when it has one property: {@code dependencies}, {@code dependentRequired}, {@code
 * dependentSchemas}.
 */
public record Dependencies(Set<String> required, List<Schema> schemas) {
    private static final List<String> KEYWORDS = List.of("dependencies", "dependentRequired", "dependentSchemas");

    /** By the name of the property that triggers them. */
    public static Map<String, Dependencies> of(List<Schema> members) {
        Map<String, Dependencies> all = new LinkedHashMap<>();
        for (Schema member : members) {
            for (String keyword : KEYWORDS) {
                for (Map.Entry<String, JsonNode> entry : member.entries(keyword)) {
                    Dependencies known = all.computeIfAbsent(
                            entry.getKey(), any -> new Dependencies(new LinkedHashSet<>(), new ArrayList<>()));
                    Schema schema = member.entry(keyword, entry.getKey());
                    if (schema != null) {
                        known.schemas().add(schema);
                    } else {
                        entry.getValue().forEach(name -> known.required().add(name.asString()));
                    }
                }
            }
        }
        return all;
    }
}
