package io.axiom.semver;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version as <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a> defines it, with numbers of any
 * size. It is its own text and where its parts begin, so reading one makes a single object and comparing makes none.
 *
 * <p>{@link #compareTo} is precedence and ignores build metadata; {@link #equals} is the exact text. Use
 * {@link #BUILD_ORDER} where versions that differ only in build metadata must stay apart.
 */
public final class SemanticVersion implements Comparable<SemanticVersion> {
    /** Precedence, then build metadata; agrees with equals. */
    public static final Comparator<SemanticVersion> BUILD_ORDER =
            Comparator.<SemanticVersion>naturalOrder().thenComparing(SemanticVersion::compareBuild);

    /** No version comes before it. */
    static final SemanticVersion LOWEST = parse("0.0.0-0");

    private final String text;
    private final int minorAt;
    private final int patchAt;
    private final int coreEnd;
    private final int prereleaseEnd;

    private SemanticVersion(String text, int minorAt, int patchAt, int coreEnd, int prereleaseEnd) {
        this.text = text;
        this.minorAt = minorAt;
        this.patchAt = patchAt;
        this.coreEnd = coreEnd;
        this.prereleaseEnd = prereleaseEnd;
    }

    /**
     * Reads exactly one version: no leading {@code v}, no surrounding space, no missing number.
     *
     * @throws VersionFormatException when it is not one
     */
    public static SemanticVersion parse(String text) {
        SemanticVersion version = read(text, true);
        if (version == null) {
            throw new IllegalStateException("read reports every fault when asked to");
        }
        return version;
    }

    /** As {@link #parse}, without the cost of an exception. */
    public static Optional<SemanticVersion> tryParse(String text) {
        return Optional.ofNullable(read(text, false));
    }

    public static boolean isValid(String text) {
        return read(text, false) != null;
    }

    /** Reads a version as release tags write it: with or without a leading {@code v}. */
    public static Optional<SemanticVersion> tryParseTag(String tag) {
        return tryParse(tag.startsWith("v") ? tag.substring(1) : tag);
    }

    public static SemanticVersion of(long major, long minor, long patch) {
        return parse(major + "." + minor + "." + patch);
    }

    /** Puts together parts that are known to be right; an empty prerelease means none. */
    static SemanticVersion of(String major, String minor, String patch, String prerelease) {
        int minorAt = major.length() + 1;
        int patchAt = minorAt + minor.length() + 1;
        int coreEnd = patchAt + patch.length();
        String core = major + '.' + minor + '.' + patch;
        String text = prerelease.isEmpty() ? core : core + '-' + prerelease;
        return new SemanticVersion(text, minorAt, patchAt, coreEnd, text.length());
    }

    private static @Nullable SemanticVersion read(String text, boolean explain) {
        int majorEnd = Digits.numberEnd(text, 0);
        if (majorEnd < 0) {
            return fail(text, 0, "the major number without leading zeros", explain);
        }
        if (!hasDot(text, majorEnd)) {
            return fail(text, majorEnd, "\".\" and the minor number", explain);
        }
        int minorEnd = Digits.numberEnd(text, majorEnd + 1);
        if (minorEnd < 0) {
            return fail(text, majorEnd + 1, "the minor number without leading zeros", explain);
        }
        if (!hasDot(text, minorEnd)) {
            return fail(text, minorEnd, "\".\" and the patch number", explain);
        }
        int coreEnd = Digits.numberEnd(text, minorEnd + 1);
        if (coreEnd < 0) {
            return fail(text, minorEnd + 1, "the patch number without leading zeros", explain);
        }
        int at = coreEnd;
        if (at < text.length() && text.charAt(at) == '-') {
            at = Identifiers.end(text, at + 1, true);
            if (at < 0) {
                return fail(text, ~at, "a prerelease identifier (letters, digits, hyphens; no leading zeros)", explain);
            }
        }
        int prereleaseEnd = at;
        if (at < text.length() && text.charAt(at) == '+') {
            at = Identifiers.end(text, at + 1, false);
            if (at < 0) {
                return fail(text, ~at, "a build identifier (letters, digits, hyphens)", explain);
            }
        }
        return at == text.length()
                ? new SemanticVersion(text, majorEnd + 1, minorEnd + 1, coreEnd, prereleaseEnd)
                : fail(text, at, "the end", explain);
    }

    private static boolean hasDot(String text, int at) {
        return at < text.length() && text.charAt(at) == '.';
    }

    private static @Nullable SemanticVersion fail(String text, int at, String expected, boolean explain) {
        if (explain) {
            throw new VersionFormatException("semantic version", text, at, expected);
        }
        return null;
    }

    public BigInteger major() {
        return new BigInteger(majorDigits());
    }

    public BigInteger minor() {
        return new BigInteger(minorDigits());
    }

    public BigInteger patch() {
        return new BigInteger(patchDigits());
    }

    String majorDigits() {
        return text.substring(0, minorAt - 1);
    }

    String minorDigits() {
        return text.substring(minorAt, patchAt - 1);
    }

    String patchDigits() {
        return text.substring(patchAt, coreEnd);
    }

    public boolean isPrerelease() {
        return prereleaseEnd > coreEnd;
    }

    /** Without the hyphen; empty for a release. */
    public String prerelease() {
        return isPrerelease() ? text.substring(coreEnd + 1, prereleaseEnd) : "";
    }

    public List<String> prereleaseIdentifiers() {
        return isPrerelease() ? List.of(prerelease().split("\\.", -1)) : List.of();
    }

    /** Without the plus sign; empty when there is none. */
    public String build() {
        return text.length() > prereleaseEnd ? text.substring(prereleaseEnd + 1) : "";
    }

    /** The version itself for a release without build metadata; else major, minor and patch alone. */
    public SemanticVersion release() {
        return coreEnd == text.length()
                ? this
                : new SemanticVersion(text.substring(0, coreEnd), minorAt, patchAt, coreEnd, coreEnd);
    }

    /** Without prerelease, build, and what comes after {@code part}: {@code 1.2.3-beta} to MINOR is {@code 1.2.0}. */
    public SemanticVersion truncate(Part part) {
        return switch (part) {
            case MAJOR -> of(majorDigits(), "0", "0", "");
            case MINOR -> of(majorDigits(), minorDigits(), "0", "");
            case PATCH -> release();
        };
    }

    /** The next version of that kind, prereleases counted from 0. See {@link #increment(Increment, String, IdentifierBase)}. */
    public SemanticVersion increment(Increment kind) {
        return increment(kind, "", IdentifierBase.ZERO);
    }

    /**
     * The next version of that kind as npm counts. It is greater than this one, except that a prerelease whose identifier
     * is changed to a lower one ({@code rc} to {@code beta}) is not.
     *
     * @param identifier for prereleases, for example {@code beta}; empty keeps the present one
     * @throws IllegalArgumentException when the identifier is not one or there is no such next version
     */
    public SemanticVersion increment(Increment kind, String identifier, IdentifierBase base) {
        return Successors.next(this, kind, identifier, base);
    }

    /** What the higher of the two raised over the lower, in npm's words; empty when their precedence is equal. */
    public Optional<Increment> diff(SemanticVersion other) {
        return Differences.between(this, other);
    }

    public boolean isHigherThan(SemanticVersion other) {
        return compareTo(other) > 0;
    }

    public boolean isLowerThan(SemanticVersion other) {
        return compareTo(other) < 0;
    }

    /** Precedence (SemVer 2.0.0, item 11); build metadata does not count. */
    @Override
    public int compareTo(SemanticVersion other) {
        int core = compareCore(other);
        if (core != 0) {
            return core;
        }
        if (isPrerelease() && other.isPrerelease()) {
            return Identifiers.compare(
                    text, coreEnd + 1, prereleaseEnd, other.text, other.coreEnd + 1, other.prereleaseEnd);
        }
        return Boolean.compare(other.isPrerelease(), isPrerelease());
    }

    /** Compares major, minor and patch only. */
    int compareCore(SemanticVersion other) {
        String theirs = other.text;
        int major = Digits.compare(text, 0, minorAt - 1, theirs, 0, other.minorAt - 1);
        if (major != 0) {
            return major;
        }
        int minor = Digits.compare(text, minorAt, patchAt - 1, theirs, other.minorAt, other.patchAt - 1);
        return minor != 0 ? minor : Digits.compare(text, patchAt, coreEnd, theirs, other.patchAt, other.coreEnd);
    }

    private int compareBuild(SemanticVersion other) {
        String mine = build();
        String theirs = other.build();
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Boolean.compare(theirs.isEmpty(), mine.isEmpty());
        }
        int order = Identifiers.compare(mine, 0, mine.length(), theirs, 0, theirs.length());
        return order != 0 ? order : mine.compareTo(theirs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SemanticVersion version && text.equals(version.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
