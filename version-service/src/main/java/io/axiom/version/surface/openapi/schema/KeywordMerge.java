package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Two values of one keyword written as one that demands both. */
final class KeywordMerge {
    private KeywordMerge() {}

    /** Null where that is not possible. */
    static @Nullable JsonNode of(String keyword, JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return one;
        }
        return switch (keyword) {
            case "type" -> types(one, other);
            case "enum" -> common(one, other);
            case "required" -> all(one, other);
            case "minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum" -> limit(one, other, 1);
            case "maximum", "maxLength", "maxItems", "maxProperties", "exclusiveMaximum" -> limit(one, other, -1);
            case "uniqueItems", "deprecated", "readOnly", "writeOnly" -> either(one, other);
            case "properties", "patternProperties", "dependentSchemas" -> named(one, other);
            case "items", "additionalProperties", "propertyNames" -> schemas(one, other);
            default -> null;
        };
    }

    private static @Nullable JsonNode types(JsonNode one, JsonNode other) {
        Set<String> names = names(one);
        Set<String> others = names(other);
        ArrayNode both = JsonNodeFactory.instance.arrayNode();
        for (String name : names) {
            if (others.contains(name) || name.equals("integer") && others.contains("number")) {
                both.add(name);
            } else if (name.equals("number") && others.contains("integer")) {
                both.add("integer");
            }
        }
        return switch (both.size()) {
            case 0 -> null;
            case 1 -> both.get(0);
            default -> both;
        };
    }

    private static Set<String> names(JsonNode type) {
        Set<String> names = new LinkedHashSet<>();
        if (type.isArray()) {
            type.forEach(name -> names.add(name.asString("")));
        } else {
            names.add(type.asString(""));
        }
        return names;
    }

    private static @Nullable JsonNode common(JsonNode one, JsonNode other) {
        if (!one.isArray() || !other.isArray()) {
            return null;
        }
        Set<JsonNode> others = new LinkedHashSet<>();
        other.forEach(others::add);
        ArrayNode both = JsonNodeFactory.instance.arrayNode();
        one.forEach(value -> {
            if (others.contains(value)) {
                both.add(value);
            }
        });
        return both.isEmpty() ? null : both;
    }

    private static @Nullable JsonNode all(JsonNode one, JsonNode other) {
        if (!one.isArray() || !other.isArray()) {
            return null;
        }
        Set<JsonNode> values = new LinkedHashSet<>();
        one.forEach(values::add);
        other.forEach(values::add);
        return JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    /** The stricter of two limits; an exclusive limit that is a boolean, as in 3.0, belongs to the limit beside it. */
    private static @Nullable JsonNode limit(JsonNode one, JsonNode other, int stricter) {
        if (!one.isNumber() || !other.isNumber()) {
            return null;
        }
        BigDecimal first = one.decimalValue();
        return first.compareTo(other.decimalValue()) * stricter >= 0 ? one : other;
    }

    private static @Nullable JsonNode either(JsonNode one, JsonNode other) {
        return one.isBoolean() && other.isBoolean()
                ? BooleanNode.valueOf(Nodes.isTrue(one) || Nodes.isTrue(other))
                : null;
    }

    private static @Nullable JsonNode named(JsonNode one, JsonNode other) {
        if (!one.isObject() || !other.isObject()) {
            return null;
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        one.properties().forEach(entry -> both.set(entry.getKey(), entry.getValue()));
        for (Map.Entry<String, JsonNode> entry : other.properties()) {
            JsonNode before = both.get(entry.getKey());
            JsonNode value = before == null ? entry.getValue() : schemas(before, entry.getValue());
            if (value == null) {
                return null;
            }
            both.set(entry.getKey(), value);
        }
        return both;
    }

    /** Both, to be merged when they are looked at. */
    private static @Nullable JsonNode schemas(JsonNode one, JsonNode other) {
        if (!SchemaSource.isSchema(one) || !SchemaSource.isSchema(other)) {
            return null;
        }
        if (one.equals(other)) {
            return one;
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.putArray("allOf").add(one).add(other);
        return both;
    }
}
