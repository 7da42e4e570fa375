package io.axiom.language.migration;

import org.jspecify.annotations.Nullable;

/**
 * A folder of a Git repository.
 *
 * @param repository path or URL, without credentials
 * @param revision branch, tag or commit; null for HEAD
 * @param path of the folder, from the top of the repository; null for all of it
 */
public record GitFolder(
        String repository,
        @Nullable String revision,
        @Nullable String path) {}
