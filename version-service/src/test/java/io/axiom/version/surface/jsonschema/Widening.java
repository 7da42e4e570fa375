package io.axiom.version.surface.jsonschema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Copies of a schema that allow at least as much, made where more allowed inside means more allowed outside. */
final class Widening {
    private static final Set<String> LOWER =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> UPPER =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final Set<String> DROPPED =
            Set.of("pattern", "uniqueItems", "required", "multipleOf", "not", "propertyNames");

    private Widening() {}

    static ObjectNode of(ObjectNode schema, Random random) {
        ObjectNode copy = schema.deepCopy();
        List<ObjectNode> places = new ArrayList<>();
        places(copy, places);
        widen(places.get(random.nextInt(places.size())), random);
        return copy;
    }

    /** The same schema, reached by {@code $ref}; its own references to the root then mean the whole, which is the same. */
    static ObjectNode behindReference(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        ObjectNode definitions = (ObjectNode) copy.remove("definitions");
        JsonNode dialect = copy.remove("$schema");
        ObjectNode moved = schema.objectNode();
        moved.set("$schema", dialect);
        moved.put("$ref", "#/definitions/moved");
        definitions.set("moved", copy);
        moved.set("definitions", definitions);
        return moved;
    }

    private static void widen(ObjectNode schema, Random random) {
        List<String> keywords = new ArrayList<>();
        for (String keyword : schema.propertyNames()) {
            if (LOWER.contains(keyword)
                    || UPPER.contains(keyword)
                    || DROPPED.contains(keyword)
                    || keyword.equals("enum")
                    || keyword.equals("anyOf")) {
                keywords.add(keyword);
            }
        }
        if (keywords.isEmpty()) {
            schema.put("title", "wider");
            return;
        }
        String keyword = keywords.get(random.nextInt(keywords.size()));
        if (DROPPED.contains(keyword)) {
            schema.remove(keyword);
        } else if (keyword.equals("enum")) {
            ((ArrayNode) schema.get("enum")).add("more");
        } else if (keyword.equals("anyOf")) {
            ((ArrayNode) schema.get("anyOf")).addObject().put("type", "string");
        } else {
            BigDecimal limit = schema.get(keyword).decimalValue();
            schema.put(
                    keyword,
                    LOWER.contains(keyword)
                            ? limit.subtract(BigDecimal.ONE).max(BigDecimal.ZERO)
                            : limit.add(BigDecimal.ONE));
        }
    }

    /** Schemas reached by keywords that grow with what is in them. */
    private static void places(JsonNode node, List<ObjectNode> into) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        into.add(schema);
        for (Map.Entry<String, JsonNode> field : schema.properties()) {
            switch (field.getKey()) {
                case "properties", "patternProperties", "allOf", "anyOf", "prefixItems" ->
                    field.getValue().forEach(child -> places(child, into));
                case "additionalProperties", "items", "additionalItems" -> {
                    places(field.getValue(), into);
                    if (field.getValue().isArray()) {
                        field.getValue().forEach(child -> places(child, into));
                    }
                }
                default -> {}
            }
        }
    }
}
