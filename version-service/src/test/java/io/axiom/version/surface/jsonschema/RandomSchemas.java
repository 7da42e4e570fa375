package io.axiom.version.surface.jsonschema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small schemas over a small world, so that keywords meet; and near variants of a schema. */
final class RandomSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("a", "b", "c", "xa");
    private static final List<String> EXPRESSIONS = List.of("^x", "a", "b$", "^(?!q)a");
    private static final List<String> TYPES =
            List.of("null", "boolean", "integer", "number", "string", "array", "object");
    private static final List<Supplier<JsonNode>> CONSTANTS = List.of(
            NODES::nullNode,
            () -> NODES.booleanNode(true),
            () -> NODES.numberNode(1),
            () -> NODES.numberNode(2),
            () -> NODES.numberNode(new java.math.BigDecimal("1.5")),
            () -> NODES.stringNode(""),
            () -> NODES.stringNode("a"),
            () -> NODES.stringNode("ab"),
            () -> NODES.arrayNode().add(1),
            () -> NODES.objectNode().put("a", 1),
            NODES::objectNode);

    private static final List<String> FLAT =
            List.of("type", "enum", "const", "minimum", "maximum", "minLength", "pattern", "required", "title");
    private static final List<String> DEEP = List.of(
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "$ref",
            "properties",
            "items",
            "additionalProperties");
    private static final List<String> DEEP_ARRAY = List.of(
            "items",
            "items",
            "prefixItems",
            "additionalItems",
            "contains",
            "minContains",
            "maxContains",
            "unevaluatedItems",
            "allOf",
            "anyOf");
    private static final List<String> DEEP_OBJECT = List.of(
            "properties",
            "properties",
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "dependentRequired",
            "dependentSchemas",
            "dependencies",
            "unevaluatedProperties",
            "allOf",
            "anyOf",
            "oneOf",
            "if",
            "then");
    private static final List<String> OLD_ONLY = List.of("additionalItems", "dependencies");
    private static final List<String> NEW_ONLY = List.of(
            "prefixItems",
            "minContains",
            "maxContains",
            "unevaluatedItems",
            "unevaluatedProperties",
            "dependentRequired",
            "dependentSchemas");

    private final Random random;
    private final boolean newest;

    /** @param newest draft 2020-12; otherwise draft 7 */
    RandomSchemas(Random random, boolean newest) {
        this.random = random;
        this.newest = newest;
    }

    ObjectNode document() {
        ObjectNode document;
        do {
            document = anyDocument();
        } while (Recursion.isWithoutDescent(document));
        return document;
    }

    /** The schema with one to three places changed. */
    ObjectNode variant(ObjectNode document) {
        ObjectNode variant;
        do {
            variant = anyVariant(document);
        } while (Recursion.isWithoutDescent(variant));
        return variant;
    }

    private ObjectNode anyDocument() {
        ObjectNode root = NODES.objectNode();
        root.put(
                "$schema",
                newest ? "https://json-schema.org/draft/2020-12/schema" : "http://json-schema.org/draft-07/schema#");
        ObjectNode definitions = root.putObject("definitions");
        definitions.set("d", schema(2));
        definitions.set("e", schema(1));
        root.setAll(object(3));
        return root;
    }

    private ObjectNode anyVariant(ObjectNode document) {
        ObjectNode copy = document.deepCopy();
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            List<ObjectNode> schemas = new ArrayList<>();
            collect(copy, schemas);
            edit(schemas.get(random.nextInt(schemas.size())));
        }
        return copy;
    }

    private void edit(ObjectNode schema) {
        List<String> keywords = new ArrayList<>(schema.propertyNames());
        keywords.removeAll(List.of("$schema", "definitions"));
        if (!keywords.isEmpty() && random.nextInt(3) > 0) {
            String keyword = keywords.get(random.nextInt(keywords.size()));
            if (schema.get(keyword).isArray() && schema.get(keyword).size() > 1 && random.nextBoolean()) {
                ((ArrayNode) schema.get(keyword))
                        .remove(random.nextInt(schema.get(keyword).size()));
                return;
            }
            schema.remove(keyword);
            if (random.nextBoolean()) {
                return;
            }
        }
        keyword(schema, 1);
    }

    static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                switch (field.getKey()) {
                    case "properties", "patternProperties", "definitions", "dependentSchemas", "dependencies" ->
                        field.getValue().forEach(child -> collect(child, into));
                    case "enum", "const", "required", "dependentRequired" -> {}
                    default -> {
                        collect(field.getValue(), into);
                        if (field.getValue().isArray()) {
                            field.getValue().forEach(child -> collect(child, into));
                        }
                    }
                }
            }
        }
    }

    private JsonNode schema(int depth) {
        if (random.nextInt(12) == 0) {
            return NODES.booleanNode(random.nextBoolean());
        }
        return object(depth);
    }

    private ObjectNode object(int depth) {
        ObjectNode schema = NODES.objectNode();
        if (random.nextInt(3) > 0) {
            keyword(schema, "type", depth);
        }
        for (int keywords = random.nextInt(5); keywords > 0; keywords--) {
            keyword(schema, depth);
        }
        return schema;
    }

    private void keyword(ObjectNode schema, int depth) {
        boolean deep = depth > 0 && random.nextInt(3) > 0;
        String type = schema.path("type").asString("");
        List<String> keywords = switch (random.nextInt(4) == 0 ? "" : type) {
            case "integer", "number" ->
                List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "enum");
            case "string" -> List.of("minLength", "maxLength", "pattern", "enum", "const");
            case "array" -> deep ? DEEP_ARRAY : List.of("minItems", "maxItems", "uniqueItems");
            case "object" -> deep ? DEEP_OBJECT : List.of("required", "required", "minProperties", "maxProperties");
            default -> deep ? DEEP : FLAT;
        };
        String keyword = pick(keywords);
        if (OLD_ONLY.contains(keyword) ? !newest : newest || !NEW_ONLY.contains(keyword)) {
            keyword(schema, keyword, depth);
        }
    }

    private void keyword(ObjectNode schema, String keyword, int depth) {
        switch (keyword) {
            case "type" -> type(schema);
            case "enum" -> {
                ArrayNode values = schema.putArray("enum");
                constants(1 + random.nextInt(3)).forEach(values::add);
            }
            case "const" -> schema.set("const", pick(CONSTANTS).get());
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> schema.put(keyword, random.nextInt(4));
            case "multipleOf" ->
                schema.set(keyword, NODES.numberNode(new java.math.BigDecimal(pick(List.of("1", "2", "0.5", "3")))));
            case "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "minProperties",
                    "maxProperties",
                    "minContains",
                    "maxContains" -> schema.put(keyword, random.nextInt(4));
            case "pattern" -> schema.put(keyword, pick(EXPRESSIONS));
            case "uniqueItems" -> schema.put(keyword, random.nextInt(4) > 0);
            case "title" -> schema.put(keyword, pick(NAMES));
            case "required" -> names(schema.putArray("required"));
            case "dependentRequired" -> names(schema.putObject(keyword).putArray(pick(NAMES)));
            case "dependencies" -> {
                if (random.nextBoolean()) {
                    names(schema.putObject(keyword).putArray(pick(NAMES)));
                } else {
                    map(schema, keyword, NAMES, 1, depth);
                }
            }
            case "properties" -> map(schema, keyword, NAMES, 3, depth);
            case "dependentSchemas" -> map(schema, keyword, NAMES, 1, depth);
            case "patternProperties" -> map(schema, keyword, EXPRESSIONS, 2, depth);
            case "prefixItems", "allOf", "anyOf", "oneOf" -> list(schema, keyword, depth);
            case "items" -> {
                if (!newest && random.nextBoolean()) {
                    list(schema, keyword, depth);
                } else {
                    schema.set(keyword, schema(depth - 1));
                }
            }
            case "$ref" -> schema.put("$ref", pick(List.of("#/definitions/d", "#/definitions/e", "#")));
            default -> schema.set(keyword, schema(depth - 1));
        }
    }

    private void type(ObjectNode schema) {
        if (random.nextInt(3) > 0) {
            schema.put("type", pick(TYPES));
        } else {
            ArrayNode types = schema.putArray("type");
            List<String> rest = new ArrayList<>(TYPES);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                String type = rest.remove(random.nextInt(rest.size()));
                types.add(type);
                // The validator takes maximum for whole where both are listed.
                rest.removeIf(other -> type.equals("integer") && other.equals("number"));
                rest.removeIf(other -> type.equals("number") && other.equals("integer"));
            }
        }
    }

    private void map(ObjectNode schema, String keyword, List<String> keys, int most, int depth) {
        ObjectNode map = schema.putObject(keyword);
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            map.set(pick(keys), schema(depth - 1));
        }
    }

    private void list(ObjectNode schema, String keyword, int depth) {
        ArrayNode list = schema.putArray(keyword);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            list.add(schema(depth - 1));
        }
    }

    private void names(ArrayNode into) {
        List<String> rest = new ArrayList<>(NAMES);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            into.add(rest.remove(random.nextInt(rest.size())));
        }
    }

    private List<JsonNode> constants(int number) {
        List<Supplier<JsonNode>> rest = new ArrayList<>(CONSTANTS);
        List<JsonNode> constants = new ArrayList<>();
        for (int i = number; i > 0; i--) {
            constants.add(rest.remove(random.nextInt(rest.size())).get());
        }
        return constants;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
