package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.List;

/**
 * Schemas of which an instance satisfies at least one: of {@code anyOf}, {@code oneOf}, the two ways through {@code if}, or
 * the types of a {@code type} list. Two are equal when they come from the same place.
 *
 * @param branches each a list of schemas that hold together
 */
public record Alternatives(Schema source, String keyword, List<List<Schema>> branches) {

    public boolean isOneOf() {
        return keyword.equals("oneOf");
    }

    /** Whether the document lists them by {@code anyOf} or {@code oneOf}. */
    public boolean isListed() {
        return keyword.equals("oneOf") || keyword.equals("anyOf");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Alternatives that && source.equals(that.source) && keyword.equals(that.keyword);
    }

    @Override
    public int hashCode() {
        return source.hashCode() * 31 + keyword.hashCode();
    }
}
