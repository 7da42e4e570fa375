package io.axiom.version.resolution;

import io.axiom.semver.SemanticVersion;
import java.util.List;

/**
 * A request in the solver's terms: components are numbers, versions places in a sorted list. Number 0 is the request itself.
 *
 * @param names by number
 * @param versions by number, oldest first
 * @param everything by number: all that it may be
 * @param preferred by number: the versions to choose before all others
 */
record Problem(
        List<String> names,
        List<List<SemanticVersion>> versions,
        List<Choices> everything,
        List<Choices> preferred,
        List<Incompatibility> facts) {
    /** The request, which has the single version "as asked". */
    static final int ROOT = 0;

    static final int ASKED = 1;

    int size() {
        return names.size();
    }

    SemanticVersion version(int component, int choice) {
        return versions.get(component).get(choice - 1);
    }

    /** The same request, knowing only some of the facts. */
    Problem with(List<Incompatibility> only) {
        return new Problem(names, versions, everything, preferred, only);
    }
}
