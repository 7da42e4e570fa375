package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One schema that allows what all of some schemas allow. Where two keywords cannot be written as one, there is none: what is
 * merged is never less strict and never more.
 */
final class SchemaMerge {
    /** Look at what other keywords of the same schema leave over: they only move together with those. */
    private static final List<Set<String>> BOUND_TOGETHER = List.of(
            Set.of("if", "then", "else"),
            Set.of("contains", "minContains", "maxContains"),
            Set.of("prefixItems", "items", "unevaluatedItems"));

    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();

    private SchemaMerge() {}

    static @Nullable JsonNode of(List<JsonNode> parts) {
        if (!areClosedAlike(parts) || !areBoundTogether(parts) || !areNullableAlike(parts)) {
            return null;
        }
        SchemaMerge merge = new SchemaMerge();
        for (JsonNode part : parts) {
            if (!merge.add(part)) {
                return null;
            }
        }
        return merge.merged;
    }

    private boolean add(JsonNode part) {
        for (Map.Entry<String, JsonNode> entry : part.properties()) {
            String keyword = entry.getKey();
            JsonNode before = merged.get(keyword);
            if (!Keywords.matters(keyword)) {
                if (before == null) {
                    merged.set(keyword, entry.getValue());
                }
                continue;
            }
            JsonNode both = before == null ? entry.getValue() : KeywordMerge.of(keyword, before, entry.getValue());
            if (both == null) {
                return false;
            }
            merged.set(keyword, both);
        }
        return true;
    }

    /**
     * {@code additionalProperties} looks at the properties listed beside it. It means the same in the merged schema only if the
     * other parts list none but these. {@code unevaluatedProperties} sees what parts list, but only from outside of them.
     */
    private static boolean areClosedAlike(List<JsonNode> parts) {
        Set<String> all = new HashSet<>();
        parts.forEach(part -> all.addAll(part.path("properties").propertyNames()));
        boolean patterns = parts.stream().anyMatch(part -> part.has("patternProperties"));
        for (int i = 0; i < parts.size(); i++) {
            JsonNode part = parts.get(i);
            JsonNode others = part.get("additionalProperties");
            boolean closes = others != null && !(SchemaSource.isSchema(others) && Contract.demandsNothing(others));
            if (closes && (patterns || !part.path("properties").propertyNames().containsAll(all))
                    || i > 0 && part.has("unevaluatedProperties")) {
                return false;
            }
        }
        return true;
    }

    private static boolean areBoundTogether(List<JsonNode> parts) {
        for (Set<String> keywords : BOUND_TOGETHER) {
            List<JsonNode> bound = parts.stream()
                    .filter(part -> keywords.stream().anyMatch(part::has))
                    .toList();
            boolean onlyItems = keywords.contains("items")
                    && bound.stream().noneMatch(part -> part.has("prefixItems") || part.has("unevaluatedItems"));
            if (bound.size() > 1 && !onlyItems) {
                return false;
            }
        }
        return true;
    }

    /**
     * In 3.0 {@code nullable} speaks of the type beside it, though many write it beside {@code allOf} and mean the whole: where
     * the parts do not say the same, what null is cannot be told.
     */
    private static boolean areNullableAlike(List<JsonNode> parts) {
        List<JsonNode> speaking = parts.stream()
                .filter(part -> part.has("type") || part.has("nullable"))
                .toList();
        long nullable = speaking.stream()
                .filter(part -> Nodes.isTrue(part.get("nullable")))
                .count();
        return nullable == 0 || nullable == speaking.size();
    }
}
