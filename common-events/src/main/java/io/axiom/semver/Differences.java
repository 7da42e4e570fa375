package io.axiom.semver;

import java.util.Optional;

/** Names what two versions differ in, as node-semver's {@code diff} does. */
final class Differences {
    private Differences() {}

    static Optional<Increment> between(SemanticVersion a, SemanticVersion b) {
        int order = a.compareTo(b);
        if (order == 0) {
            return Optional.empty();
        }
        SemanticVersion high = order > 0 ? a : b;
        SemanticVersion low = order > 0 ? b : a;
        if (low.isPrerelease() && !high.isPrerelease()) {
            // A prerelease stands for the release it leads to: from 2.0.0-rc.1, every release is a major step.
            if (isZero(low.patchDigits()) && isZero(low.minorDigits())) {
                return Optional.of(Increment.MAJOR);
            }
            if (low.compareCore(high) == 0) {
                return Optional.of(isZero(low.patchDigits()) ? Increment.MINOR : Increment.PATCH);
            }
        }
        boolean toPrerelease = high.isPrerelease();
        if (!a.majorDigits().equals(b.majorDigits())) {
            return Optional.of(toPrerelease ? Increment.PREMAJOR : Increment.MAJOR);
        }
        if (!a.minorDigits().equals(b.minorDigits())) {
            return Optional.of(toPrerelease ? Increment.PREMINOR : Increment.MINOR);
        }
        if (!a.patchDigits().equals(b.patchDigits())) {
            return Optional.of(toPrerelease ? Increment.PREPATCH : Increment.PATCH);
        }
        return Optional.of(Increment.PRERELEASE);
    }

    private static boolean isZero(String digits) {
        return digits.equals("0");
    }
}
