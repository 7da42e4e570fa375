package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.migration.MigrationFile;
import io.axiom.language.migration.MigrationSource;
import io.axiom.migration.source.FlywayNaming;
import io.axiom.migration.source.MigrationDirectory;
import io.axiom.migration.source.MigrationFiles;
import io.axiom.migration.source.MigrationSet;
import io.axiom.migration.source.SourceFile;
import io.axiom.migration.source.SourceOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads the migrations of a source. */
public final class Sources {
    private Sources() {}

    /** The migrations in the order they run; {@code migration.source.*} where the source is not in order. */
    public static MigrationSet read(MigrationSource source) {
        List<MigrationFile> posted = source.files();
        String directory = source.directory();
        if ((posted == null) == (directory == null)) {
            throw invalid(
                    "A source is either files or a directory.",
                    "Give one of \"files\" and \"directory\" in \"source\".");
        }
        Map<String, String> placeholders = source.placeholders() == null ? Map.of() : source.placeholders();
        List<SourceFile> files = posted == null ? directory(String.valueOf(directory)) : files(posted);
        return MigrationFiles.read(files, new SourceOptions(FlywayNaming.DEFAULT, placeholders, true));
    }

    private static List<SourceFile> files(List<MigrationFile> files) {
        return files.stream()
                .map(file -> new SourceFile(file.name(), file.content()))
                .toList();
    }

    private static List<SourceFile> directory(String name) {
        try {
            return MigrationDirectory.read(Path.of(name));
        } catch (InvalidPathException e) {
            throw invalid("The directory's name is not a path.", "Name the directory that holds the migrations.");
        }
    }

    private static RejectedException invalid(String detail, String next) {
        return new RejectedException(new Rejection("migration.source.invalid", Rejection.Kind.INVALID, detail, next));
    }
}
