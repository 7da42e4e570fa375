package io.axiom.migration.sql.syntax;

import java.util.List;

/**
 * A type as written.
 *
 * @param base its words in lower case, such as {@code character varying}; without {@code pg_catalog}, with any other schema
 * @param arguments what stands in parentheses after it
 * @param zoned whether {@code with time zone} was said
 * @param array whether it is an array
 */
public record TypeName(String base, List<Token> arguments, boolean zoned, boolean array, int offset) {
    public TypeName {
        arguments = List.copyOf(arguments);
    }

    public boolean hasArguments() {
        return !arguments.isEmpty();
    }
}
