package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Sizes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges what stands in {@code allOf} with what stands beside it into one schema that allows the same values, so that it does not
 * matter into how many parts a schema is divided. The same parts always give the same node, which keeps recursive schemas finite.
 */
final class AllOf {
    private static final int MOST_PARTS = 500;
    private static final int MOST_EFFORT = 1_000_000;

    private final SchemaSource source;
    private final Map<JsonNode, JsonNode> own = new IdentityHashMap<>();
    private final Map<List<Identity>, Optional<JsonNode>> merged = new HashMap<>();
    private long effort;

    /** A node by identity. */
    private record Identity(JsonNode node) {
        @Override
        @SuppressWarnings("ReferenceEquality") // identity is what is asked
        public boolean equals(Object other) {
            return other instanceof Identity same && node == same.node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node);
        }
    }

    AllOf(SchemaSource source) {
        this.source = source;
    }

    static boolean isIn(JsonNode schema) {
        return schema.has("allOf");
    }

    /** The merged schema; null where the parts cannot be merged, for example because two patterns would have to hold. */
    @Nullable
    JsonNode merge(JsonNode schema) {
        List<JsonNode> parts = parts(schema);
        if (parts == null) {
            return null;
        }
        List<Identity> key = parts.stream().map(Identity::new).toList();
        Optional<JsonNode> known = merged.get(key);
        if (known == null) {
            known = Optional.ofNullable(parts.size() == 1 ? parts.getFirst() : merge(parts));
            merged.put(key, known);
        }
        return known.orElse(null);
    }

    /** What would take too much to merge is left as it is written. */
    private @Nullable JsonNode merge(List<JsonNode> parts) {
        effort += parts.stream().mapToInt(Sizes::near).sum();
        return effort > MOST_EFFORT ? null : SchemaMerge.of(parts);
    }

    /** All parts, those of parts too, each once; the one that says what stands beside {@code allOf} goes before its parts. */
    private @Nullable List<JsonNode> parts(JsonNode schema) {
        Map<Identity, JsonNode> parts = new LinkedHashMap<>();
        Map<Identity, Boolean> seen = new HashMap<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            JsonNode part = open.removeFirst();
            if (seen.put(new Identity(part), true) != null) {
                continue;
            }
            if (seen.size() > MOST_PARTS) {
                return null;
            }
            JsonNode list = part.get("allOf");
            if (list == null) {
                parts.put(new Identity(part), part);
                continue;
            }
            JsonNode beside = own.computeIfAbsent(part, AllOf::withoutAllOf);
            if (!beside.isEmpty()) {
                parts.put(new Identity(beside), beside);
            }
            List<JsonNode> members = members(list);
            if (members == null) {
                return null;
            }
            members.reversed().forEach(open::addFirst);
        }
        return parts.isEmpty() ? List.of(JsonNodeFactory.instance.objectNode()) : List.copyOf(parts.values());
    }

    private @Nullable List<JsonNode> members(JsonNode list) {
        if (!list.isArray()) {
            return null;
        }
        List<JsonNode> members = new ArrayList<>();
        for (JsonNode member : list) {
            if (!SchemaSource.isSchema(member)) {
                return null;
            }
            members.add(source.written(member));
        }
        return members;
    }

    private static JsonNode withoutAllOf(JsonNode schema) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        schema.properties().stream()
                .filter(entry -> !entry.getKey().equals("allOf"))
                .forEach(entry -> rest.set(entry.getKey(), entry.getValue()));
        return rest;
    }
}
