package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the migration files of a directory and its directories. Links are not followed. */
public final class MigrationDirectory {
    private static final int DEEPEST = 16;

    private MigrationDirectory() {}

    /**
     * Its files of SQL, and what configures them.
     *
     * @throws RejectedException {@code migration.source.unreadable} naming the path, {@code .too-many}, {@code .too-large}
     */
    public static List<SourceFile> read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw Refusals.invalid(
                    "unreadable",
                    "'" + Refusals.quote(directory.toString()) + "' is not a directory.",
                    "Name the directory that holds the migrations.");
        }
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory, DEEPEST, new FileVisitOption[0])) {
            for (Path path : (Iterable<Path>)
                    paths.filter(Files::isRegularFile).filter(MigrationDirectory::isWanted)::iterator) {
                if (files.size() == MigrationFiles.MOST) {
                    throw Refusals.invalid(
                            "too-many",
                            "'" + Refusals.quote(directory.toString()) + "' holds more than " + MigrationFiles.MOST
                                    + " files.",
                            "Name the directory that holds the migrations.");
                }
                files.add(read(path, Files.size(path)));
            }
        } catch (IOException | UncheckedIOException failed) {
            throw unreadable(directory, failed);
        }
        return files;
    }

    private static boolean isWanted(Path path) {
        String name = String.valueOf(path.getFileName());
        return !Files.isSymbolicLink(path)
                && (name.endsWith(".sql") || name.endsWith(".SQL") || name.endsWith(".conf"));
    }

    private static SourceFile read(Path path, long bytes) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (bytes > SourceFile.LARGEST) {
            throw Refusals.tooLarge(name, bytes, SourceFile.LARGEST);
        }
        return SourceFile.of(name, Files.readAllBytes(path));
    }

    private static RejectedException unreadable(Path directory, Exception failed) {
        return Refusals.invalid(
                "unreadable",
                "'" + Refusals.quote(directory.toString()) + "' cannot be read: "
                        + Refusals.quote(String.valueOf(failed.getMessage())),
                "Check that the service may read it and everything in it.");
    }
}
