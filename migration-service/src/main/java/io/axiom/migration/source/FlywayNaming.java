package io.axiom.migration.source;

import java.util.List;

/**
 * How files of a Flyway folder are named; each part can be set as in Flyway's own configuration.
 *
 * @param versioned {@code sqlMigrationPrefix}
 * @param undo {@code undoSqlMigrationPrefix}
 * @param repeatable {@code repeatableSqlMigrationPrefix}
 * @param separator {@code sqlMigrationSeparator}
 * @param suffixes {@code sqlMigrationSuffixes}
 */
public record FlywayNaming(String versioned, String undo, String repeatable, String separator, List<String> suffixes) {
    /** V1__name.sql, U1__name.sql, R__name.sql. */
    public static final FlywayNaming DEFAULT = new FlywayNaming("V", "U", "R", "__", List.of(".sql"));

    public FlywayNaming {
        suffixes = List.copyOf(suffixes);
        if (versioned.isEmpty() || repeatable.isEmpty() || separator.isEmpty() || suffixes.isEmpty()) {
            throw Refusals.invalid(
                    "naming",
                    "A prefix, the separator or the suffixes of the Flyway naming are empty.",
                    "Leave them out for V, U, R, __ and .sql, or set each to at least one character.");
        }
    }
}
