package io.axiom.semver;

import java.util.List;
import java.util.Optional;

/**
 * One side of a {@code ||}: the span its comparators have in common, and npm's rule that a prerelease is in it only when a
 * comparator names a prerelease of the same major.minor.patch.
 *
 * @param named the prereleases that comparators name
 * @param anyPrerelease the rule is off
 */
record Alternative(Span span, List<SemanticVersion> named, boolean anyPrerelease) {
    Alternative {
        named = List.copyOf(named);
    }

    boolean contains(SemanticVersion version) {
        return span.contains(version) && (!version.isPrerelease() || admitsPrereleasesOf(version));
    }

    boolean admitsPrereleasesOf(SemanticVersion version) {
        if (anyPrerelease) {
            return true;
        }
        for (int i = 0; i < named.size(); i++) {
            if (named.get(i).compareCore(version) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Its lowest version. When the rule keeps the first prerelease out, the release it leads to comes next. */
    Optional<SemanticVersion> lowest() {
        SemanticVersion first = span.from();
        SemanticVersion lowest = first.isPrerelease() && !admitsPrereleasesOf(first) ? first.release() : first;
        return span.contains(lowest) ? Optional.of(lowest) : Optional.empty();
    }

    boolean intersects(Alternative other) {
        Span both = span.and(other.span);
        SemanticVersion first = both.from();
        boolean admitted = !first.isPrerelease() || (admitsPrereleasesOf(first) && other.admitsPrereleasesOf(first));
        return both.contains(admitted ? first : first.release());
    }
}
