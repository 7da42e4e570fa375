package io.axiom.migration.sql.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a column or a table demands, or what fills a column.
 *
 * @param name where it has one
 * @param columns those of a constraint of the table
 * @param expression the check, the default or the generating expression
 * @param references the table of a foreign key
 */
public record Constraint(
        Kind kind,
        @Nullable Name name,
        List<Name> columns,
        Expression expression,
        @Nullable QualifiedName references,
        Set<Option> options,
        int offset) {

    /** Sorts of constraint. */
    public enum Kind {
        NOT_NULL,
        NULL,
        DEFAULT,
        CHECK,
        UNIQUE,
        PRIMARY_KEY,
        FOREIGN_KEY,
        EXCLUDE,
        GENERATED,
        IDENTITY,
        /** Another attribute of the column, such as a comment or MySQL's {@code AUTO_INCREMENT}. */
        ATTRIBUTE
    }

    /** What may be said about it. */
    public enum Option {
        NOT_VALID,
        NOT_ENFORCED,
        USING_INDEX,
        /** A generated column that is written down. */
        STORED
    }

    public Constraint {
        columns = List.copyOf(columns);
        options = Set.copyOf(options);
    }

    public boolean has(Option option) {
        return options.contains(option);
    }
}
