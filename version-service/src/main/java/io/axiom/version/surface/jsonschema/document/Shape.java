package io.axiom.version.surface.jsonschema.document;

import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What the value of a keyword must look like to mean anything. */
enum Shape {
    ANNOTATION(value -> true),
    ANY(value -> true),
    BOOLEAN(JsonNode::isBoolean),
    TEXT(JsonNode::isString),
    REFERENCE(JsonNode::isString),
    NUMBER(JsonNode::isNumber),
    NUMBER_OR_BOOLEAN(value -> value.isNumber() || value.isBoolean()),
    POSITIVE(value -> value.isNumber() && value.decimalValue().signum() > 0),
    COUNT(Shape::isCount),
    VALUES(JsonNode::isArray),
    TYPE(value -> isTypeName(value) || value.isArray() && all(value, Shape::isTypeName)),
    NAMES(Shape::isNames),
    NAMES_MAP(value -> value.isObject() && all(value, Shape::isNames)),
    SCHEMA(Shape::isSchema),
    SCHEMAS(value -> value.isArray() && all(value, Shape::isSchema)),
    SCHEMA_OR_SCHEMAS(value -> isSchema(value) || SCHEMAS.fits(value)),
    SCHEMA_MAP(value -> value.isObject() && all(value, Shape::isSchema)),
    DEPENDENCIES(value -> value.isObject() && all(value, entry -> isSchema(entry) || isNames(entry)));

    private static final Set<String> TYPES =
            Set.of("null", "boolean", "integer", "number", "string", "array", "object");

    private final Predicate<JsonNode> fits;

    Shape(Predicate<JsonNode> fits) {
        this.fits = fits;
    }

    boolean fits(JsonNode value) {
        return fits.test(value);
    }

    private static boolean isSchema(JsonNode value) {
        return value.isObject() || value.isBoolean();
    }

    private static boolean isNames(JsonNode value) {
        return value.isArray() && all(value, JsonNode::isString);
    }

    private static boolean isTypeName(JsonNode value) {
        return value.isString() && TYPES.contains(value.asString());
    }

    /** A non-negative whole number; 5.0 is one, too. */
    private static boolean isCount(JsonNode value) {
        return value.canConvertToExactIntegral() && value.canConvertToLong() && value.asLong() >= 0;
    }

    private static boolean all(JsonNode container, Predicate<JsonNode> test) {
        for (JsonNode value : container) {
            if (!test.test(value)) {
                return false;
            }
        }
        return true;
    }
}
