package io.axiom.version.component;

import org.jspecify.annotations.Nullable;

/**
 * How far a version's tag in Git has come.
 *
 * @param commit what is to be tagged, or is; null for the repository's HEAD
 * @param failure why it failed the last time; null otherwise
 */
public record Tagging(
        Phase phase,
        String repository,
        String tag,
        @Nullable String commit,
        @Nullable String failure) {

    /** From asked for to done. */
    public enum Phase {
        REQUESTED,
        FAILED,
        TAGGED
    }

    boolean isOf(String otherRepository, String otherTag) {
        return repository.equals(otherRepository) && tag.equals(otherTag);
    }
}
