package io.axiom.version.commits;

/**
 * Reads the commits since the last release, from a repository or from posted messages, as Conventional Commits 1.0.0. Runs while a
 * command is prepared: it may read files and the network, in bounded time and memory.
 */
@FunctionalInterface
public interface BumpFromCommits {

    /** Throws {@link io.axiom.language.RejectedException} when the commits cannot be read. */
    CommitFindings read(CommitRequest request);
}
