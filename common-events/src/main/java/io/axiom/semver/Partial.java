package io.axiom.semver;

/**
 * A version in a range, where numbers may be left open: {@code 1.2}, {@code 1.x}, {@code *}.
 *
 * @param major empty when open; then so are the others
 * @param minor empty when open; then so is patch
 * @param patch empty when open
 * @param prerelease empty when there is none
 */
record Partial(String major, String minor, String patch, String prerelease) {
    boolean isOpen() {
        return patch.isEmpty();
    }

    boolean isAny() {
        return major.isEmpty();
    }

    boolean namesPrerelease() {
        return !isOpen() && !prerelease.isEmpty();
    }

    /** The version itself, open numbers being 0. */
    SemanticVersion version() {
        return SemanticVersion.of(zeroIfOpen(major), zeroIfOpen(minor), zeroIfOpen(patch), isOpen() ? "" : prerelease);
    }

    /** The lowest version the text stands for: {@code 1.2} with prereleases is {@code 1.2.0-0}. */
    SemanticVersion lowest(boolean includePrerelease) {
        SemanticVersion version = version();
        return isOpen() && includePrerelease ? Successors.withPrerelease(version, "0") : version;
    }

    /** The first version beyond all that an open text stands for: {@code 1.2} gives {@code 1.3.0-0}. */
    SemanticVersion beyond() {
        return minor.isEmpty() ? nextMajor() : nextMinor();
    }

    SemanticVersion nextMajor() {
        return SemanticVersion.of(Digits.next(major), "0", "0", "0");
    }

    SemanticVersion nextMinor() {
        return SemanticVersion.of(major, Digits.next(minor), "0", "0");
    }

    SemanticVersion nextPatch() {
        return SemanticVersion.of(major, minor, Digits.next(patch), "0");
    }

    private static String zeroIfOpen(String number) {
        return number.isEmpty() ? "0" : number;
    }
}
