package io.axiom.cli.migration;

import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files with SQL on this machine. */
final class SqlFiles {
    private static final int DEEPEST = 16;
    /** What fits into one command. */
    private static final long MOST = 1_800_000;

    private SqlFiles() {}

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The migrations of a folder as a source. */
    static Fields source(Path folder) {
        List<Fields> files = new ArrayList<>();
        long size = 0;
        try (Stream<Path> paths = Files.walk(folder, DEEPEST)) {
            for (Path path : (Iterable<Path>) paths.filter(SqlFiles::isWanted).sorted()::iterator) {
                size += Files.size(path);
                if (size > MOST) {
                    throw new ProblemException(Problem.local(
                            "cli.migrations-too-large",
                            "The migrations are too large to be sent.",
                            folder + " holds more than " + MOST + " bytes of SQL.",
                            "Let migration-service read them itself: from Git with --git <path|url> --path <folder>, or, where"
                                    + " it can see the folder, with --directory "
                                    + folder + '.'));
                }
                files.add(new Fields()
                        .with("name", String.valueOf(path.getFileName()))
                        .with("content", read(path)));
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        if (files.isEmpty()) {
            throw new ProblemException(Problem.local(
                    "cli.no-migrations",
                    "There are no migrations.",
                    folder + " holds no .sql files.",
                    "Name the folder that does."));
        }
        return new Fields().with("files", files);
    }

    private static boolean isWanted(Path path) {
        String name = String.valueOf(path.getFileName());
        return Files.isRegularFile(path)
                && (name.endsWith(".sql") || name.endsWith(".SQL") || name.endsWith(".sql.conf"));
    }

    private static ProblemException unreadable(Path path, IOException e) {
        return new ProblemException(Problem.local(
                "cli.sql-unreadable",
                "The SQL could not be read.",
                path + ": " + e.getClass().getSimpleName(),
                "Give an existing file or folder that you may read, in UTF-8."));
    }
}
