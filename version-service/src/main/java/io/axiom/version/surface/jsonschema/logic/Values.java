package io.axiom.version.surface.jsonschema.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Equality of JSON values as JSON Schema has it: numbers by value, objects whatever their order. */
public final class Values {
    private Values() {}

    public static boolean equal(JsonNode one, JsonNode other) {
        return one.equals(other) || canonical(one).equals(canonical(other));
    }

    /** A key equal for equal values. */
    public static Object canonical(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.decimalValue().stripTrailingZeros();
            case ARRAY -> {
                List<Object> elements = new ArrayList<>(value.size());
                value.forEach(element -> elements.add(canonical(element)));
                yield elements;
            }
            case OBJECT -> {
                Map<String, Object> fields = new HashMap<>();
                value.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
                yield fields;
            }
            case STRING -> value.asString();
            default -> value;
        };
    }
}
