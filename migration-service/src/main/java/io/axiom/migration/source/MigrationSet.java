package io.axiom.migration.source;

import java.util.List;

/**
 * The migrations of a source, in the order they run, and the files that hold none.
 *
 * @param ignored why each file was left out
 */
public record MigrationSet(List<Migration> migrations, List<Ignored> ignored) {
    /** A file left out. */
    public record Ignored(String file, String reason) {}

    public MigrationSet {
        migrations = List.copyOf(migrations);
        ignored = List.copyOf(ignored);
    }
}
