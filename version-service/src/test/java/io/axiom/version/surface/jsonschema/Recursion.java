package io.axiom.version.surface.jsonschema;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds references that come back to the same schema for the same instance, on which validators do not end. */
final class Recursion {
    private final ObjectNode root;
    private final Map<JsonNode, Boolean> done = new IdentityHashMap<>();

    private Recursion(ObjectNode root) {
        this.root = root;
    }

    static boolean isWithoutDescent(ObjectNode root) {
        List<ObjectNode> schemas = new ArrayList<>();
        RandomSchemas.collect(root, schemas);
        Recursion recursion = new Recursion(root);
        return schemas.stream().anyMatch(recursion::returns);
    }

    private boolean returns(JsonNode schema) {
        if (!schema.isObject()) {
            return false;
        }
        Boolean known = done.get(schema);
        if (known != null) {
            return !known;
        }
        done.put(schema, false);
        for (String keyword : List.of("allOf", "anyOf", "oneOf", "dependentSchemas", "dependencies")) {
            for (JsonNode child : schema.path(keyword)) {
                if (returns(child)) {
                    return true;
                }
            }
        }
        for (String keyword : List.of("not", "if", "then", "else")) {
            if (returns(schema.path(keyword))) {
                return true;
            }
        }
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty() && returns(root.at(reference.substring(1)))) {
            return true;
        }
        done.put(schema, true);
        return false;
    }
}
