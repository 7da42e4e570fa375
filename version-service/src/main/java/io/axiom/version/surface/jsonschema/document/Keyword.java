package io.axiom.version.surface.jsonschema.document;

import static io.axiom.version.surface.jsonschema.document.Dialect.DRAFT_2019_09;
import static io.axiom.version.surface.jsonschema.document.Dialect.DRAFT_2020_12;
import static io.axiom.version.surface.jsonschema.document.Dialect.DRAFT_4;
import static io.axiom.version.surface.jsonschema.document.Dialect.DRAFT_6;
import static io.axiom.version.surface.jsonschema.document.Dialect.DRAFT_7;
import static io.axiom.version.surface.jsonschema.document.Dialect.UNSTATED;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A keyword the comparison understands: the shape its value must have, and in which drafts it means something. A keyword
 * outside its drafts or with another shape is not understood.
 */
record Keyword(String name, Shape shape, Dialect since, Dialect until) {
    private static final Map<String, Keyword> ALL = new HashMap<>();

    static {
        define(Shape.ANNOTATION, DRAFT_4, "title", "description", "default", "example", "examples", "deprecated");
        define(
                Shape.ANNOTATION,
                DRAFT_4,
                "readOnly",
                "writeOnly",
                "$comment",
                "$schema",
                "$vocabulary",
                "externalDocs");
        define(Shape.ANNOTATION, DRAFT_4, "id", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor");
        define(Shape.TYPE, DRAFT_4, "type");
        define(Shape.BOOLEAN, DRAFT_4, "nullable", "uniqueItems");
        define(Shape.VALUES, DRAFT_4, "enum");
        define(Shape.ANY, DRAFT_6, "const");
        define(Shape.NUMBER, DRAFT_4, "minimum", "maximum");
        define(Shape.NUMBER_OR_BOOLEAN, DRAFT_4, "exclusiveMinimum", "exclusiveMaximum");
        define(Shape.POSITIVE, DRAFT_4, "multipleOf");
        define(
                Shape.COUNT,
                DRAFT_4,
                "minLength",
                "maxLength",
                "minItems",
                "maxItems",
                "minProperties",
                "maxProperties");
        define(Shape.COUNT, DRAFT_2019_09, "minContains", "maxContains");
        define(Shape.TEXT, DRAFT_4, "pattern", "format");
        define(Shape.TEXT, DRAFT_7, "contentEncoding", "contentMediaType");
        define(Shape.ANY, DRAFT_2019_09, "contentSchema");
        define(Shape.SCHEMA, DRAFT_4, "additionalProperties", "not");
        define(Shape.SCHEMA, DRAFT_6, "contains", "propertyNames");
        define(Shape.SCHEMA, DRAFT_7, "if", "then", "else");
        define(Shape.SCHEMA, DRAFT_2019_09, "unevaluatedItems", "unevaluatedProperties");
        define(Shape.SCHEMA_OR_SCHEMAS, DRAFT_4, "items");
        ALL.put("additionalItems", new Keyword("additionalItems", Shape.SCHEMA, DRAFT_4, DRAFT_2019_09));
        define(Shape.SCHEMAS, DRAFT_4, "allOf", "anyOf", "oneOf");
        define(Shape.SCHEMAS, DRAFT_2020_12, "prefixItems");
        define(Shape.SCHEMA_MAP, DRAFT_4, "properties", "patternProperties", "definitions", "$defs");
        define(Shape.SCHEMA_MAP, DRAFT_2019_09, "dependentSchemas");
        define(Shape.NAMES, DRAFT_4, "required");
        define(Shape.NAMES_MAP, DRAFT_2019_09, "dependentRequired");
        define(Shape.DEPENDENCIES, DRAFT_4, "dependencies");
        define(Shape.REFERENCE, DRAFT_4, "$ref");
        define(Shape.REFERENCE, DRAFT_2019_09, "$recursiveRef");
        define(Shape.REFERENCE, DRAFT_2020_12, "$dynamicRef");
    }

    static final Set<String> ANNOTATIONS = ALL.values().stream()
            .filter(keyword -> keyword.shape == Shape.ANNOTATION && !keyword.name.equals("$schema"))
            .map(Keyword::name)
            .collect(Collectors.toCollection(TreeSet::new));

    private static void define(Shape shape, Dialect since, String... names) {
        for (String name : names) {
            ALL.put(name, new Keyword(name, shape, since, UNSTATED));
        }
    }

    /** The keyword as this dialect understands it with this value; null where it does not. */
    static @Nullable Keyword understood(String name, JsonNode value, Dialect dialect) {
        Keyword keyword = ALL.get(name);
        if (keyword == null || !keyword.meansSomethingIn(dialect) || !keyword.shape.fits(value)) {
            return null;
        }
        // Since 2020-12 a list of schemas by position is prefixItems; items takes one schema.
        return keyword.shape == Shape.SCHEMA_OR_SCHEMAS && value.isArray() && dialect == DRAFT_2020_12 ? null : keyword;
    }

    static @Nullable Shape shapeOf(String name) {
        Keyword keyword = ALL.get(name);
        return keyword == null ? null : keyword.shape;
    }

    static boolean isAnnotation(String name) {
        return shapeOf(name) == Shape.ANNOTATION;
    }

    static boolean isNoConstraint(String name) {
        return isAnnotation(name) || name.equals("$defs") || name.equals("definitions");
    }

    private boolean meansSomethingIn(Dialect dialect) {
        return dialect == UNSTATED
                || dialect.compareTo(since) >= 0 && (until == UNSTATED || dialect.compareTo(until) <= 0);
    }
}
