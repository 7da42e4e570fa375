package io.axiom.version.resolution;

import io.axiom.semver.VersionRange;

/** A version needs another component in one of the versions of a range. */
public record Dependency(String component, VersionRange range) {}
