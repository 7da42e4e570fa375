package io.axiom.version.surface.openapi.schema;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keywords of a schema: OpenAPI 3.0, and JSON Schema 2020-12 as OpenAPI 3.1 has it. */
final class Keywords {
    /** Describe only; no document becomes valid or invalid by them. */
    static final Set<String> ANNOTATIONS = Set.of(
            "title",
            "description",
            "summary",
            "example",
            "examples",
            "externalDocs",
            "$comment",
            "$id",
            "id",
            "$anchor",
            "$dynamicAnchor",
            "$defs",
            "definitions",
            "$ref",
            "$dynamicRef");

    /** Hold one schema, or a boolean in place of one. */
    static final List<String> SINGLE = List.of(
            "items",
            "additionalProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentSchema");

    /** Hold schemas by name. */
    static final List<String> NAMED = List.of("properties", "patternProperties", "dependentSchemas");

    /** Hold a list of schemas. */
    static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    /** What they say is turned round or conditional: a change inside cannot be judged by direction. */
    static final Set<String> OPAQUE = Set.of("not", "if");

    /** Extensions that mean something here; all others are safe. */
    static final Set<String> EXTENSIONS = Set.of("x-sunset", "x-stability-level", "x-extensible-enum");

    private static final Set<String> VALUES = Set.of(
            "type",
            "format",
            "nullable",
            "enum",
            "const",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "required",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "minContains",
            "maxContains",
            "dependentRequired",
            "discriminator",
            "contentMediaType",
            "contentEncoding",
            "xml");

    static final Set<String> UNDERSTOOD = Stream.of(ANNOTATIONS, SINGLE, NAMED, LISTS, EXTENSIONS, VALUES)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    private Keywords() {}

    /** Whether a change of the keyword can matter to anyone. */
    static boolean matters(String keyword) {
        return !ANNOTATIONS.contains(keyword) && (!keyword.startsWith("x-") || EXTENSIONS.contains(keyword));
    }
}
