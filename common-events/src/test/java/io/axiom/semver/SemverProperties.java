package io.axiom.semver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every version and range. Small numbers make collisions likely; some are too big for a long. */
class SemverProperties {
    @Property
    void formatAndParseAreInverse(@ForAll("versions") SemanticVersion version) {
        assertThat(SemanticVersion.parse(version.toString())).isEqualTo(version);
        assertThat(version.release().toString()
                        + (version.isPrerelease() ? "-" + version.prerelease() : "")
                        + (version.build().isEmpty() ? "" : "+" + version.build()))
                .isEqualTo(version.toString());
    }

    @Property
    void precedenceIsATotalOrder(
            @ForAll("versions") SemanticVersion a,
            @ForAll("versions") SemanticVersion b,
            @ForAll("versions") SemanticVersion c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
        }
        if (a.compareTo(b) == 0) {
            assertThat(Integer.signum(a.compareTo(c))).isEqualTo(Integer.signum(b.compareTo(c)));
        }
        assertThat(SemanticVersion.BUILD_ORDER.compare(a, b) == 0).isEqualTo(a.equals(b));
        assertThat(a.diff(b).isEmpty()).isEqualTo(a.compareTo(b) == 0);
    }

    @Property
    void everyIncrementIsGreater(@ForAll("versions") SemanticVersion version, @ForAll Increment kind) {
        if (kind == Increment.RELEASE && !version.isPrerelease()) {
            return;
        }
        SemanticVersion next = version.increment(kind);

        assertThat(next).isGreaterThan(version);
        assertThat(SemanticVersion.parse(next.toString())).isEqualTo(next);
        assertThat(next.isPrerelease()).isEqualTo(kind.leadsToPrerelease());
    }

    @Property
    void nothingLiesBetweenAVersionAndItsImmediateSuccessor(
            @ForAll("versions") SemanticVersion version, @ForAll("versions") SemanticVersion other) {
        SemanticVersion successor = Successors.immediate(version);

        assertThat(successor).isGreaterThan(version);
        assertThat(other.compareTo(version) > 0).isEqualTo(other.compareTo(successor) >= 0);
    }

    @Property
    void operatorsAgreeWithPrecedence(
            @ForAll("versions") SemanticVersion bound, @ForAll("versions") SemanticVersion version) {
        int order = version.compareTo(bound);

        assertThat(range(">", bound).contains(version)).isEqualTo(order > 0);
        assertThat(range(">=", bound).contains(version)).isEqualTo(order >= 0);
        assertThat(range("<", bound).contains(version)).isEqualTo(order < 0);
        assertThat(range("<=", bound).contains(version)).isEqualTo(order <= 0);
        assertThat(range("=", bound).contains(version)).isEqualTo(order == 0);
    }

    private static VersionRange range(String operator, SemanticVersion bound) {
        return VersionRange.parse(operator + bound, true);
    }

    @Property(tries = 3000)
    void relationsBetweenRangesAgreeWithTheirVersions(
            @ForAll("ranges") VersionRange a,
            @ForAll("ranges") VersionRange b,
            @ForAll("versions") SemanticVersion version) {
        boolean inBoth = a.contains(version) && b.contains(version);

        assertThat(a.intersects(b)).isEqualTo(b.intersects(a));
        assertThat(a.intersects(a)).isEqualTo(!a.isEmpty());
        assertThat(a.isSubsetOf(a)).isTrue();
        if (inBoth) {
            assertThat(a.intersects(b)).isTrue();
        }
        if (a.isSubsetOf(b) && a.contains(version)) {
            assertThat(b.contains(version)).isTrue();
        }
        if (a.contains(version)) {
            assertThat(a.minVersion()).hasValueSatisfying(lowest -> {
                assertThat(a.contains(lowest)).isTrue();
                assertThat(lowest).isLessThanOrEqualTo(version);
            });
            assertThat(a.hasAbove(version) || a.hasBelow(version)).isFalse();
        }
    }

    @Property(tries = 3000)
    void aRangeIsNoSubsetOnlyWhenSomeVersionShowsIt(
            @ForAll("ranges") VersionRange a, @ForAll("ranges") VersionRange b) {
        // Every border of these ranges lies within this grid, so a difference shows on it.
        boolean shown = GRID.stream().anyMatch(version -> a.contains(version) && !b.contains(version));

        assertThat(a.isSubsetOf(b)).isEqualTo(!shown);
        assertThat(a.intersects(b))
                .isEqualTo(GRID.stream().anyMatch(version -> a.contains(version) && b.contains(version)));
    }

    private static final List<SemanticVersion> GRID = grid();

    private static List<SemanticVersion> grid() {
        List<String> numbers = List.of("0", "1", "2", "3", "4", "5");
        List<String> prereleases =
                List.of("", "-0", "-0.0", "-1", "-1.0", "-a", "-a.0", "-a.0.0", "-a.1", "-a.1.0", "-b", "-b.0", "-c");
        return numbers.stream()
                .flatMap(major -> numbers.stream().map(minor -> major + "." + minor))
                .flatMap(start -> numbers.stream().map(patch -> start + "." + patch))
                .flatMap(core -> prereleases.stream().map(prerelease -> core + prerelease))
                .map(SemanticVersion::parse)
                .toList();
    }

    @Property
    void placesInAListAreThoseOfTheVersionsContained(
            @ForAll("ranges") VersionRange range, @ForAll("versionLists") List<SemanticVersion> versions) {
        List<SemanticVersion> sorted =
                versions.stream().sorted(SemanticVersion.BUILD_ORDER).toList();

        assertThat(range.placesIn(sorted).stream().mapToObj(sorted::get).toList())
                .isEqualTo(sorted.stream().filter(range::contains).toList());
    }

    @Provide
    Arbitrary<List<SemanticVersion>> versionLists() {
        return versions().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<SemanticVersion> versions() {
        Arbitrary<String> number = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(20, Arbitraries.integers().between(0, 3).map(String::valueOf)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("9", "10", "18446744073709551616")));
        Arbitrary<String> identifiers = Arbitraries.of("0", "1", "10", "a", "b", "-", "1a", "99999999999999999999")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> String.join(".", list));
        return Combinators.combine(number, number, number, identifiers.injectNull(0.5), identifiers.injectNull(0.8))
                .as((major, minor, patch, prerelease, build) -> SemanticVersion.parse(major + "." + minor + "." + patch
                        + (prerelease == null ? "" : "-" + prerelease)
                        + (build == null ? "" : "+" + build)));
    }

    @Provide
    Arbitrary<VersionRange> ranges() {
        Arbitrary<String> number = Arbitraries.of("0", "1", "2", "3");
        Arbitrary<String> prerelease = Arbitraries.of("", "", "", "-0", "-a", "-a.0", "-b");
        Arbitrary<String> full = Combinators.combine(number, number, number, prerelease)
                .as((major, minor, patch, pre) -> major + "." + minor + "." + patch + pre);
        Arbitrary<String> version = Arbitraries.oneOf(
                full,
                full,
                number.map(major -> major + ".x"),
                Combinators.combine(number, number).as((a, b) -> a + "." + b));
        Arbitrary<String> comparator = Combinators.combine(Arbitraries.of("", ">", ">=", "<", "<=", "~", "^"), version)
                .as((operator, bound) -> operator + bound);
        Arbitrary<String> conjunction = Arbitraries.oneOf(
                comparator.list().ofMinSize(1).ofMaxSize(2).map(list -> String.join(" ", list)),
                Combinators.combine(version, version).as((from, to) -> from + " - " + to));
        return Combinators.combine(conjunction.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
                .as((list, include) -> VersionRange.parse(String.join(" || ", list), include));
    }
}
