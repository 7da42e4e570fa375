package io.axiom.version.compatibility;

import io.axiom.semver.SemanticVersion;
import java.math.BigInteger;
import java.util.List;

/** The lines of a component's versions, numbered so that two versions are compared without looking at their numbers again. */
final class Lines {
    private final int[] lines;
    private final int[] minors;
    private final boolean[] prereleases;

    /** @param sorted lowest first */
    Lines(List<SemanticVersion> sorted) {
        lines = new int[sorted.size()];
        minors = new int[sorted.size()];
        prereleases = new boolean[sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            SemanticVersion version = sorted.get(i);
            prereleases[i] = version.isPrerelease();
            if (i > 0) {
                SemanticVersion before = sorted.get(i - 1);
                lines[i] = lines[i - 1] + (isSameLine(before, version) ? 0 : 1);
                minors[i] = minors[i - 1] + (isSameMinor(before, version) ? 0 : 1);
            }
        }
    }

    private static boolean isSameMinor(SemanticVersion a, SemanticVersion b) {
        return a.major().equals(b.major()) && a.minor().equals(b.minor());
    }

    private static boolean isSameLine(SemanticVersion a, SemanticVersion b) {
        if (!a.major().equals(b.major())) {
            return false;
        }
        if (!a.major().equals(BigInteger.ZERO)) {
            return true;
        }
        boolean sameMinor = a.minor().equals(b.minor());
        return a.minor().equals(BigInteger.ZERO) ? sameMinor && a.patch().equals(b.patch()) : sameMinor;
    }

    Rule rule(int from, int to) {
        if (from == to) {
            return Rule.SAME;
        }
        int crossed = lines[to] - lines[from];
        if (crossed > 0) {
            return crossed == 1 ? Rule.NEXT_LINE : Rule.LATER_LINE;
        }
        if (crossed < 0) {
            return Rule.BACK_A_LINE;
        }
        if (prereleases[from] || prereleases[to]) {
            return Rule.PRERELEASE;
        }
        if (from < to) {
            return Rule.SAME_LINE;
        }
        return minors[from] == minors[to] ? Rule.BACK_A_PATCH : Rule.BACK_IN_LINE;
    }

    boolean isPrerelease(int version) {
        return prereleases[version];
    }
}
