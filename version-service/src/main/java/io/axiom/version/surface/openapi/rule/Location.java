package io.axiom.version.surface.openapi.rule;

import io.axiom.version.surface.openapi.document.Pointers;

/**
 * A place in the API: an operation such as {@code GET /pets} (empty for what belongs to no operation) and a JSON pointer
 * within it, with references followed as if what they refer to stood there.
 *
 * @param subject what a sentence calls the place, for example {@code the query parameter "limit"}
 */
public record Location(String operation, String pointer, String subject) {
    public static final Location DOCUMENT = new Location("", "", "the document");

    /** For example {@code GET /pets#/responses/200}, or {@code #/components/schemas/Pet}. */
    public String path() {
        return operation + "#" + pointer;
    }

    public Location child(String name) {
        return new Location(operation, Pointers.child(pointer, name), subject);
    }

    public Location called(String name) {
        return new Location(operation, pointer, name);
    }
}
