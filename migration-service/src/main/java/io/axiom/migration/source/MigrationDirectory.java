package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the migration files of a directory and its directories. Links are not followed. */
public final class MigrationDirectory {

    private MigrationDirectory() {}

    /**
     * Its files of SQL, and what configures them.
     *
     * @throws RejectedException {@code migration.source.unreadable} naming the path, {@code .too-many}, {@code .too-large}
     */
    public static List<SourceFile> read(Path directory) {
        FoundFiles files = new FoundFiles(directory.toString());
        if (!Files.isDirectory(directory)) {
            throw files.notADirectory();
        }
        try (Stream<Path> paths = Files.walk(directory, FoundFiles.DEEPEST, new FileVisitOption[0])) {
            for (Path path : (Iterable<Path>)
                    paths.filter(Files::isRegularFile).filter(MigrationDirectory::isWanted)::iterator) {
                files.add(nameOf(path), Files.size(path), () -> Files.readAllBytes(path));
            }
        } catch (IOException | UncheckedIOException failed) {
            throw unreadable(directory, failed);
        }
        return files.all();
    }

    private static boolean isWanted(Path path) {
        return !Files.isSymbolicLink(path) && FoundFiles.isWanted(nameOf(path));
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static RejectedException unreadable(Path directory, Exception failed) {
        return Refusals.invalid(
                "unreadable",
                "'" + Refusals.quote(directory.toString()) + "' cannot be read: "
                        + Refusals.quote(String.valueOf(failed.getMessage())),
                "Check that the service may read it and everything in it.");
    }
}
