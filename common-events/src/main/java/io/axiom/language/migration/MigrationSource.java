package io.axiom.language.migration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where migrations come from: exactly one of {@code directory}, {@code git} and {@code files}.
 *
 * @param directory a folder migration-service can read
 * @param placeholders values for {@code ${name}} in Flyway's files
 */
public record MigrationSource(
        @Nullable String directory,
        @Nullable GitFolder git,
        @Nullable List<MigrationFile> files,
        @Nullable Map<String, String> placeholders) {

    /** A directory, or posted files. */
    public MigrationSource(
            @Nullable String directory,
            @Nullable List<MigrationFile> files,
            @Nullable Map<String, String> placeholders) {
        this(directory, null, files, placeholders);
    }
}
