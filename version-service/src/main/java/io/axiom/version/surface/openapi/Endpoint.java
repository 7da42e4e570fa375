package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Document;
import io.axiom.version.surface.openapi.rule.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One operation.
 *
 * @param path as written, for example {@code /pets/{id}}, or {@code webhook:newPet}
 * @param pathItem where the operation stands, references followed
 */
record Endpoint(String method, String path, PathTemplate template, JsonNode pathItem, JsonNode operation) {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    Location location() {
        String name = method.toUpperCase(Locale.ROOT) + " " + path;
        return new Location(name, "", name);
    }

    /** Equal for the same method on the same template, whatever its variables are called. */
    String key() {
        return method + " " + template.text();
    }

    /** The operations of a map of path items by key; of two of the same template the first wins. */
    static Map<String, Endpoint> of(Document document, JsonNode pathItems, String prefix) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        pathItems.properties().stream()
                .filter(entry -> !entry.getKey().startsWith("x-"))
                .forEach(entry -> of(document.pathItem(entry.getValue()), prefix + entry.getKey())
                        .forEach(endpoint -> endpoints.putIfAbsent(endpoint.key(), endpoint)));
        return endpoints;
    }

    private static List<Endpoint> of(JsonNode pathItem, String path) {
        PathTemplate template = PathTemplate.of(path);
        return METHODS.stream()
                .filter(method -> pathItem.path(method).isObject())
                .map(method -> new Endpoint(method, path, template, pathItem, pathItem.get(method)))
                .toList();
    }

    static List<String> methods() {
        return METHODS;
    }
}
