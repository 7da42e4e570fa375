package io.axiom.version.commits;

import io.axiom.language.version.GitRevision;
import io.axiom.language.version.GitSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which commits are asked about. Exactly one of {@code messages} and {@code git} is given.
 *
 * @param predecessor the last release's number; null when there is none
 * @param predecessorGit what that release was made from; null when unknown, so that its tag is looked for
 */
public record CommitRequest(
        String component,
        @Nullable String predecessor,
        @Nullable GitRevision predecessorGit,
        @Nullable List<String> messages,
        @Nullable GitSource git) {}
