package io.axiom.migration.sql.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** A name of one or more parts, such as {@code schema.table}; never empty. */
public record QualifiedName(List<Name> parts) {
    public QualifiedName {
        parts = List.copyOf(parts);
    }

    public Name last() {
        return parts.getLast();
    }

    public boolean isQualified() {
        return parts.size() > 1;
    }

    public int offset() {
        return parts.getFirst().offset();
    }

    /** Whether both may mean the same object: parts missing at the front are taken from the search path. */
    public boolean mayBe(QualifiedName other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 1; i <= common; i++) {
            if (!parts.get(parts.size() - i).same(other.parts.get(other.parts.size() - i))) {
                return false;
            }
        }
        return true;
    }

    /** As a person reads it. */
    @Override
    public String toString() {
        return parts.stream().map(Name::value).collect(Collectors.joining("."));
    }
}
