package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files found in a folder, wherever it is: no more, and no larger ones, than a source may have. */
final class FoundFiles {
    /** Levels of folders that are looked into. */
    static final int DEEPEST = 16;

    /** Of all files, in bytes. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private final String folder;
    private final List<SourceFile> files = new ArrayList<>();
    private long bytes;

    /** What a file holds; read only when it is known to be small enough. */
    interface Content {
        byte[] read() throws IOException;
    }

    /** @param folder its name, for sentences */
    FoundFiles(String folder) {
        this.folder = Refusals.quote(folder);
    }

    /** Whether files of this name hold migrations, or configure them. */
    static boolean isWanted(String name) {
        return name.endsWith(".sql") || name.endsWith(".SQL") || name.endsWith(".conf");
    }

    void add(String name, long size, Content content) throws IOException {
        if (files.size() == MigrationFiles.MOST) {
            throw Refusals.invalid(
                    "too-many",
                    "'" + folder + "' holds more than " + MigrationFiles.MOST + " files.",
                    "Name the directory that holds the migrations.");
        }
        if (size > SourceFile.LARGEST) {
            throw Refusals.tooLarge(name, size, SourceFile.LARGEST);
        }
        bytes += size;
        if (bytes > MOST_BYTES) {
            throw Refusals.tooLargeInAll(folder, MOST_BYTES);
        }
        files.add(SourceFile.of(name, content.read()));
    }

    List<SourceFile> all() {
        return files;
    }

    RejectedException notADirectory() {
        return Refusals.invalid(
                "unreadable", "'" + folder + "' is not a directory.", "Name the directory that holds the migrations.");
    }
}
