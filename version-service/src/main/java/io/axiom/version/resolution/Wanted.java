package io.axiom.version.resolution;

import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked for. Components that come first get their newest version first.
 *
 * @param ranges components that must be part of the solution, and in which versions
 * @param pins components that stay at exactly this version, even when it is yanked
 */
public record Wanted(Map<String, VersionRange> ranges, Map<String, SemanticVersion> pins) {
    public Wanted {
        ranges = new LinkedHashMap<>(ranges);
        pins = new LinkedHashMap<>(pins);
    }
}
