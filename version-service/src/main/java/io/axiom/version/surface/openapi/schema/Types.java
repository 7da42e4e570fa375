package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The types a schema allows, without null; empty means any. Null is told apart: {@code nullable} in 3.0, a type in 3.1.
 *
 * @param listsNull whether null stands in the list of types
 * @param keyword whether {@code nullable: true} is set
 */
record Types(Set<String> names, boolean listsNull, boolean keyword, String format) {

    static Types of(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode type = schema.path("type");
        if (type.isString()) {
            names.add(type.asString());
        }
        if (type.isArray()) {
            type.forEach(each -> names.add(each.asString("")));
        }
        boolean listsNull = names.remove("null");
        return new Types(
                names,
                listsNull,
                Nodes.isTrue(schema.get("nullable")),
                schema.path("format").asString(""));
    }

    boolean isNullable() {
        return listsNull || keyword;
    }

    boolean isOnlyNull() {
        return listsNull && names.isEmpty();
    }

    boolean any() {
        return names.isEmpty() && !listsNull;
    }

    /** Whether every value of these types is one of the others too; an integer is a number. */
    boolean within(Types others) {
        return !any()
                && names.stream()
                        .allMatch(name -> others.names.contains(name)
                                || (name.equals("integer") && others.names.contains("number")));
    }

    boolean sameNames(Types others) {
        return names.equals(others.names) && isOnlyNull() == others.isOnlyNull();
    }

    /** For example {@code string/date} or {@code integer, string}. */
    String text() {
        String types = any() ? "any" : String.join(", ", names.isEmpty() ? List.of("null") : names);
        return format.isEmpty() ? types : types + "/" + format;
    }
}
