package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Pointers;
import io.axiom.version.surface.openapi.rule.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What path items say beside their operations and parameters: servers, and fields that are not understood. */
final class PathItems {
    private static final Set<String> FIELDS = Stream.concat(
                    Endpoint.methods().stream(), Stream.of("summary", "description", "servers", "parameters"))
            .collect(Collectors.toUnmodifiableSet());

    private PathItems() {}

    static void compare(Comparison comparison, JsonNode before, JsonNode after) {
        Map<String, JsonNode> byTemplate = new HashMap<>();
        after.properties()
                .forEach(entry ->
                        byTemplate.putIfAbsent(PathTemplate.of(entry.getKey()).text(), entry.getValue()));
        before.properties().forEach(entry -> {
            String path = entry.getKey();
            JsonNode other = after.has(path)
                    ? after.get(path)
                    : byTemplate.get(PathTemplate.of(path).text());
            if (other != null && !path.startsWith("x-")) {
                JsonNode was = comparison.previous().pathItem(entry.getValue());
                JsonNode is = comparison.current().pathItem(other);
                Location at = new Location("", Pointers.child("/paths", path), "the path " + path);
                ServersComparison.compare(comparison, at, was, is);
                UnknownFields.report(comparison, at, was, is, FIELDS);
            }
        });
    }
}
