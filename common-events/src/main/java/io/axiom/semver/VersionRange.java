package io.axiom.semver;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of versions in npm's notation: {@code ^1.2.3}, {@code ~1.2}, {@code 1.x}, {@code 1.0 - 2.0}, {@code >=1 <3 || 5.x}.
 *
 * <p>A prerelease is in a range only when a comparator of the same alternative names a prerelease of the same
 * major.minor.patch, unless prereleases are included. Build metadata does not count.
 */
public final class VersionRange {
    private final String text;
    private final boolean includePrerelease;
    private final List<Alternative> alternatives;

    private VersionRange(String text, boolean includePrerelease, List<Alternative> alternatives) {
        this.text = text;
        this.includePrerelease = includePrerelease;
        this.alternatives = List.copyOf(alternatives);
    }

    /** @throws VersionFormatException when it is not a range */
    public static VersionRange parse(String text) {
        return parse(text, false);
    }

    /**
     * @param includePrerelease prereleases are versions like any other
     * @throws VersionFormatException when it is not a range
     */
    public static VersionRange parse(String text, boolean includePrerelease) {
        return new VersionRange(text.strip(), includePrerelease, new RangeParser(text, includePrerelease).parse());
    }

    public static Optional<VersionRange> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (VersionFormatException _) {
            return Optional.empty();
        }
    }

    public boolean includesPrerelease() {
        return includePrerelease;
    }

    public boolean contains(SemanticVersion version) {
        for (int i = 0; i < alternatives.size(); i++) {
            if (alternatives.get(i).contains(version)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Which of these versions are in it, by their place in the list. Takes time with the number of those that are, not with the
     * length of the list.
     *
     * @param sorted by precedence, lowest first
     */
    public BitSet placesIn(List<SemanticVersion> sorted) {
        BitSet places = new BitSet(sorted.size());
        for (Alternative alternative : alternatives) {
            Span span = alternative.span();
            SemanticVersion to = span.to();
            int end = to == null ? sorted.size() : placeOf(to, sorted);
            for (int place = placeOf(span.from(), sorted); place < end; place++) {
                if (alternative.contains(sorted.get(place))) {
                    places.set(place);
                }
            }
        }
        return places;
    }

    /** The place of the first that is not lower. */
    private static int placeOf(SemanticVersion version, List<SemanticVersion> sorted) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).isLowerThan(version)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether some version is in both. */
    public boolean intersects(VersionRange other) {
        return alternatives.stream()
                .anyMatch(mine -> other.alternatives.stream().anyMatch(mine::intersects));
    }

    /** Whether no version is in it, as in {@code >2 <1}. */
    public boolean isEmpty() {
        return minVersion().isEmpty();
    }

    /** Whether every version of this range is in {@code other}. */
    public boolean isSubsetOf(VersionRange other) {
        return alternatives.stream()
                .filter(mine -> mine.lowest().isPresent())
                .allMatch(mine -> Subsets.covers(other.alternatives, mine));
    }

    /** The lowest version in it. */
    public Optional<SemanticVersion> minVersion() {
        return alternatives.stream().flatMap(part -> part.lowest().stream()).min(Comparator.naturalOrder());
    }

    /**
     * Whether {@code version} is above the range: not in it, and every alternative ends below it. As in npm, a prerelease that
     * only the prerelease rule keeps out of an alternative counts as above it and as below it.
     */
    public boolean hasAbove(SemanticVersion version) {
        return !contains(version)
                && !isEmpty()
                && inhabited().allMatch(span -> span.to() != null && version.compareTo(span.from()) >= 0);
    }

    /** Whether {@code version} is below the range: not in it, and every alternative starts above it. See {@link #hasAbove}. */
    public boolean hasBelow(SemanticVersion version) {
        return !contains(version) && !isEmpty() && inhabited().allMatch(span -> startsAbove(span, version));
    }

    private static boolean startsAbove(Span span, SemanticVersion version) {
        SemanticVersion to = span.to();
        return !span.from().equals(SemanticVersion.LOWEST) && (to == null || version.compareTo(to) < 0);
    }

    private Stream<Span> inhabited() {
        return alternatives.stream().filter(part -> part.lowest().isPresent()).map(Alternative::span);
    }

    public Optional<SemanticVersion> maxSatisfying(Collection<SemanticVersion> versions) {
        return versions.stream().filter(this::contains).max(SemanticVersion.BUILD_ORDER);
    }

    public Optional<SemanticVersion> minSatisfying(Collection<SemanticVersion> versions) {
        return versions.stream().filter(this::contains).min(SemanticVersion.BUILD_ORDER);
    }

    /** Whether it is written the same and treats prereleases the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VersionRange range
                && includePrerelease == range.includePrerelease
                && text.equals(range.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode() + (includePrerelease ? 1 : 0);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
