package io.axiom.language.migration;

import org.jspecify.annotations.Nullable;

/**
 * Where a run's migrations came from. Posted ones have no origin.
 *
 * @param directory the folder on migration-service's machine; null where they came from Git
 * @param git null where they came from a directory
 */
public record MigrationOrigin(
        @Nullable String directory, @Nullable GitCommit git) {

    /**
     * The commit a {@link GitFolder} was read at.
     *
     * @param repository as in {@link GitFolder}, never with credentials
     * @param commit its full id, whatever the revision stands for later
     */
    public record GitCommit(
            String repository,
            @Nullable String revision,
            @Nullable String path,
            String commit) {}

    /** For a line of text: what, at which commit. */
    public String text() {
        if (git == null) {
            return String.valueOf(directory);
        }
        String revision = git.revision == null || git.commit.startsWith(git.revision) ? "" : " (" + git.revision + ")";
        return (git.path == null ? "" : git.path + " of ") + git.repository + " at " + git.commit + revision;
    }
}
