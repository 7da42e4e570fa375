package io.axiom.language.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version was made from.
 *
 * @param commit full id
 * @param since the last release's commit, from which on commits were read; null for the beginning
 * @param paths see {@link GitSource#paths}
 * @param tagPrefix see {@link GitSource#tagPrefix}; where none was given, that of the last release's tag
 * @param web the repository's page, for links to commits and issues; null when not known
 */
public record GitRevision(
        String repository,
        String commit,
        @Nullable String since,
        @Nullable List<String> paths,
        @Nullable String tagPrefix,
        @Nullable String web) {

    /** A repository whose page is not known. */
    public GitRevision(
            String repository,
            String commit,
            @Nullable String since,
            @Nullable List<String> paths,
            @Nullable String tagPrefix) {
        this(repository, commit, since, paths, tagPrefix, null);
    }
}
