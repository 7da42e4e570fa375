package io.axiom.version.git;

/**
 * A tag that is wanted.
 *
 * @param name without {@code refs/tags/}
 * @param commit a branch, tag or commit id
 * @param tagger who, and when: from the request and not from a clock, so that the same request makes the same tag
 */
public record TagRequest(String name, String commit, String message, Tagger tagger, GitTags.Publish publish) {}
