package io.axiom.version.surface.openapi.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A choice of simple types, written {@code oneOf: [{type: string}, {type: integer}]}, that grew or shrank; one type alone
 * counts as a choice of one.
 */
record TypeList(Set<String> removed, Set<String> added) {
    private static final List<String> COMPOSED = List.of("oneOf", "anyOf", "allOf", "properties", "not");

    static @Nullable TypeList change(JsonNode previous, JsonNode current) {
        if (!isList(previous) && !isList(current)) {
            return null;
        }
        Set<String> before = types(previous);
        Set<String> after = types(current);
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return null;
        }
        Set<String> removed = new LinkedHashSet<>(before);
        removed.removeAll(after);
        Set<String> added = new LinkedHashSet<>(after);
        added.removeAll(before);
        return new TypeList(removed, added);
    }

    void report(Site site) {
        String before = String.join(", ", removed);
        String after = String.join(", ", added);
        boolean narrowed = site.usage().isRequest() ? !removed.isEmpty() : added.isEmpty();
        site.report(narrowed ? "list-of-types-narrowed" : "list-of-types-widened", before, after);
    }

    private static boolean isList(JsonNode schema) {
        return !schema.has("type")
                && (schema.path("oneOf").size() > 0 || schema.path("anyOf").size() > 0);
    }

    /** Empty where the schema is no choice of simple types. */
    private static Set<String> types(JsonNode schema) {
        if (schema.has("not")
                || schema.has("allOf")
                || schema.path("properties").size() > 0) {
            return Set.of();
        }
        if (!isList(schema)) {
            return Types.of(schema).names();
        }
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode member : schema.path(schema.path("oneOf").size() > 0 ? "oneOf" : "anyOf")) {
            Types type = Types.of(member);
            boolean simple = type.names().size() + (type.listsNull() ? 1 : 0) == 1
                    && COMPOSED.stream().noneMatch(member::has);
            if (!simple) {
                return Set.of();
            }
            types.addAll(type.isOnlyNull() ? Set.of("null") : type.names());
        }
        return types;
    }
}
