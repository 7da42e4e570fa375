package io.axiom.language.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a version's commits are read.
 *
 * @param repository path or URL, without credentials
 * @param paths only commits that touch one of these count, as in a monorepo: folders, or globs with {@code *}, {@code ?} and
 *     {@code **}; one that starts with {@code !} excludes. Null or none for all
 * @param ref branch, tag or commit the version is made from; null for HEAD
 * @param tagPrefix what stands before the number in release tags; null for {@code v}
 */
public record GitSource(
        String repository,
        @Nullable List<String> paths,
        @Nullable String ref,
        @Nullable String tagPrefix) {}
