package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.schema.Usage.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The media types of a body.
 *
 * @param part how a sentence calls a part of the body
 */
record ContentComparison(Messages messages, Direction direction, String part) {
    private static final int MOST_RELATED = 100;
    private static final Set<String> FIELDS = Set.of("schema", "example", "examples", "encoding");

    void compare(Location at, JsonNode before, JsonNode after) {
        Set<String> added = new LinkedHashSet<>(after.propertyNames());
        added.removeIf(before::has);
        List<String> removed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : before.properties()) {
            String name = entry.getKey();
            String now = after.has(name) ? name : related(name, added);
            if (now == null) {
                removed.add(name);
            } else {
                added.remove(now);
                named(at, name, now);
                mediaTypes(at.child("content").child(now), now, entry.getValue(), after.get(now));
            }
        }
        String start = direction == Direction.REQUEST ? "request-body-media-type" : "response-media-type";
        removed.forEach(name -> messages.report().add(start + "-removed", at, "", name, null));
        added.forEach(name -> messages.report().add(start + "-added", at, "", null, name));
    }

    private static @Nullable String related(String name, Set<String> candidates) {
        if (candidates.size() > MOST_RELATED) {
            return null;
        }
        MediaTypeName own = MediaTypeName.of(name);
        return candidates.stream()
                .filter(other -> own.contains(MediaTypeName.of(other))
                        || MediaTypeName.of(other).contains(own))
                .findFirst()
                .orElse(null);
    }

    private void named(Location at, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        MediaTypeName was = MediaTypeName.of(before);
        MediaTypeName is = MediaTypeName.of(after);
        String start = direction == Direction.REQUEST ? "request-media-type-name" : "response-media-type-name";
        String end = !was.parameters().equals(is.parameters())
                ? "-changed"
                : was.contains(is) ? "-specialized" : "-generalized";
        messages.report().add(start + end, at, "", before, after);
    }

    private void mediaTypes(Location at, String name, JsonNode before, JsonNode after) {
        String start = direction == Direction.REQUEST ? "request-body" : "response-body";
        JsonNode schema = before.get("schema");
        JsonNode schemaNow = after.get("schema");
        if (schema != null && schemaNow != null) {
            messages.body(direction, at.child("schema"), part, name, schema, schemaNow);
        } else if (schema != null || schemaNow != null) {
            String rule = start + "-media-type-schema-" + (schema == null ? "added" : "removed");
            messages.report().add(rule, at, name, null, null);
        }
        if (!Objects.equals(before.get("encoding"), after.get("encoding"))) {
            messages.report().add(start + "-encoding-changed", at.child("encoding"), name, null, null);
        }
        UnknownFields.report(messages.comparison(), at, before, after, FIELDS);
    }
}
