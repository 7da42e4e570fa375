package io.axiom.version.resolution;

import io.axiom.language.version.resolution.Explanation;
import io.axiom.semver.SemanticVersion;
import java.util.SortedMap;

/** What came of the search. */
public sealed interface Resolution {
    /** One version per component; nothing that is not needed, and no component could be newer with all others as they are. */
    record Solved(SortedMap<String, SemanticVersion> versions) implements Resolution {}

    /** There is no such set. */
    record Impossible(Explanation explanation) implements Resolution {}
}
