package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The headers of a response; names count in any case, and {@code Content-Type} is told by the content. */
record HeadersComparison(Messages messages, String status) {
    private static final Set<String> FIELDS = Set.of(
            "description",
            "required",
            "deprecated",
            "allowEmptyValue",
            "style",
            "explode",
            "allowReserved",
            "schema",
            "example",
            "examples",
            "content");

    void compare(Location at, JsonNode before, JsonNode after) {
        Map<String, String> was = names(before);
        Map<String, String> is = names(after);
        was.forEach((key, name) -> {
            Location there = location(at, name);
            JsonNode header = messages.comparison().before(before.get(name));
            String now = is.get(key);
            if (now != null) {
                headers(there, name, header, messages.comparison().after(after.get(now)));
            } else {
                boolean required = Nodes.isTrue(header.get("required"));
                String rule = required ? "required-response-header-removed" : "optional-response-header-removed";
                messages.report().add(rule, there, "", name, null);
            }
        });
        is.forEach((key, name) -> {
            if (!was.containsKey(key)) {
                messages.report().add("response-header-added", location(at, name), "", null, name);
            }
        });
    }

    private static Map<String, String> names(JsonNode headers) {
        Map<String, String> names = new TreeMap<>();
        headers.propertyNames().stream()
                .filter(name -> !name.equalsIgnoreCase("Content-Type"))
                .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return names;
    }

    private Location location(Location at, String name) {
        return at.child(name).called("the response header " + Nodes.quoted(name) + " (" + status + ")");
    }

    private void headers(Location at, String name, JsonNode before, JsonNode after) {
        boolean was = Nodes.isTrue(before.get("required"));
        boolean is = Nodes.isTrue(after.get("required"));
        if (was != is) {
            messages.report().add("response-header-became-" + (is ? "required" : "optional"), at);
        }
        if (Nodes.isTrue(before.get("explode")) != Nodes.isTrue(after.get("explode"))) {
            messages.report().add("response-header-style-changed", at);
        }
        boolean deprecated = Nodes.isTrue(after.get("deprecated"));
        if (Nodes.isTrue(before.get("deprecated")) != deprecated) {
            messages.report().add("response-header-" + (deprecated ? "deprecated" : "reactivated"), at);
        }
        JsonNode schema = before.has("schema")
                ? before.get("schema")
                : MediaRange.of(before).schema();
        JsonNode schemaNow =
                after.has("schema") ? after.get("schema") : MediaRange.of(after).schema();
        if (schema != null && schemaNow != null) {
            String part = "\"{part}\" in the response header " + Nodes.quoted(name) + " (" + status + ")";
            messages.header(at.child("schema"), part, schema, schemaNow);
        } else if (schema != null || schemaNow != null) {
            messages.report().add("response-header-schema-" + (schema == null ? "added" : "removed"), at);
        }
        UnknownFields.report(messages.comparison(), at, before, after, FIELDS);
    }
}
