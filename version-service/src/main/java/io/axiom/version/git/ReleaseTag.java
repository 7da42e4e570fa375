package io.axiom.version.git;

import io.axiom.semver.SemanticVersion;

/**
 * A tag that marks a release.
 *
 * @param name without {@code refs/tags/}
 * @param commit the id of the commit it leads to
 */
public record ReleaseTag(String name, SemanticVersion version, String commit) {}
