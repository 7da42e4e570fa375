package io.axiom.version.git;

/**
 * A release tag as it now is.
 *
 * @param name without {@code refs/tags/}
 * @param commit the commit it leads to
 * @param created false when it was there before
 * @param pushed whether the remote was asked to take it, and has it now
 */
public record TagResult(String name, String commit, boolean created, boolean pushed) {}
