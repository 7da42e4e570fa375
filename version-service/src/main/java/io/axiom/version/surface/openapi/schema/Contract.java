package io.axiom.version.surface.openapi.schema;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a schema demands, without what only describes: two schemas of equal contract allow the same values. */
final class Contract {
    private Contract() {}

    static JsonNode of(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode contract = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String keyword = entry.getKey();
            if (Keywords.matters(keyword) && !keyword.equals("default") || keyword.startsWith("$")) {
                contract.set(keyword, value(keyword, entry.getValue()));
            }
        }
        return contract;
    }

    /** Whether nothing is demanded. */
    static boolean demandsNothing(JsonNode schema) {
        return schema.isBoolean() ? schema.booleanValue() : of(schema).isEmpty();
    }

    /** Whether two schemas demand the same but for the type. */
    static boolean sameBesideType(JsonNode one, JsonNode other) {
        return besideType(one).equals(besideType(other));
    }

    private static JsonNode besideType(JsonNode schema) {
        JsonNode contract = of(schema);
        return contract instanceof ObjectNode object ? object.without(List.of("type", "nullable")) : contract;
    }

    private static JsonNode value(String keyword, JsonNode value) {
        if (Keywords.SINGLE.contains(keyword)) {
            return of(value);
        }
        if (Keywords.LISTS.contains(keyword) && value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(member -> list.add(of(member)));
            return list;
        }
        if (Keywords.NAMED.contains(keyword) && value.isObject()) {
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(entry -> named.set(entry.getKey(), of(entry.getValue())));
            return named;
        }
        return value;
    }
}
