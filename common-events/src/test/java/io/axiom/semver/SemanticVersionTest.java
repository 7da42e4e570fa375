package io.axiom.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SemanticVersionTest {
    @Test
    void hasItsParts() {
        SemanticVersion version = SemanticVersion.parse("1.20.300-beta.4+build.5");

        assertThat(version.major()).isEqualTo(BigInteger.ONE);
        assertThat(version.minor()).isEqualTo(BigInteger.valueOf(20));
        assertThat(version.patch()).isEqualTo(BigInteger.valueOf(300));
        assertThat(version.prereleaseIdentifiers()).containsExactly("beta", "4");
        assertThat(version.build()).isEqualTo("build.5");
        assertThat(version.release()).hasToString("1.20.300");
    }

    @Test
    void precedenceIsTheOrderOfTheSpecification() {
        List<SemanticVersion> ordered = Stream.of(
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "2.0.0",
                        "2.1.0",
                        "2.1.1",
                        "99999999999999999999.0.0",
                        "100000000000000000000.0.0")
                .map(SemanticVersion::parse)
                .toList();

        assertThat(ordered.reversed().stream().sorted().toList()).isEqualTo(ordered);
    }

    @Test
    void buildMetadataDoesNotCountForPrecedenceButForEquality() {
        SemanticVersion a = SemanticVersion.parse("1.0.0+a");
        SemanticVersion b = SemanticVersion.parse("1.0.0+b");

        assertThat(a).isEqualByComparingTo(b).isNotEqualTo(b);
        assertThat(SemanticVersion.BUILD_ORDER.compare(a, b)).isNegative();
        assertThat(SemanticVersion.BUILD_ORDER.compare(SemanticVersion.parse("1.0.0"), a))
                .isNegative();
    }

    @Test
    void aFaultIsSaidWithItsPlace() {
        assertThatThrownBy(() -> SemanticVersion.parse("1.02.3"))
                .isInstanceOf(VersionFormatException.class)
                .hasMessage("\"1.02.3\" is not a semantic version: expected the minor number without leading zeros"
                        + " at character 3");
        assertThatThrownBy(() -> SemanticVersion.parse("1.2.3-a..b")).hasMessageContaining("at character 9");
        assertThatThrownBy(() -> SemanticVersion.parse("1.2.3 "))
                .hasMessageContaining("expected the end at character 6");
        assertThatThrownBy(() -> SemanticVersion.parse("1".repeat(10_000)))
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(250));
    }

    @Test
    void onlyTagsMayStartWithV() {
        assertThat(SemanticVersion.tryParse("v1.2.3")).isEmpty();
        assertThat(SemanticVersion.tryParseTag("v1.2.3")).contains(SemanticVersion.parse("1.2.3"));
    }

    @Test
    void truncates() {
        SemanticVersion version = SemanticVersion.parse("1.2.3-beta+x");

        assertThat(version.truncate(Part.MAJOR)).hasToString("1.0.0");
        assertThat(version.truncate(Part.MINOR)).hasToString("1.2.0");
        assertThat(version.truncate(Part.PATCH)).hasToString("1.2.3");
    }

    @Test
    void numbersOfAnySizeAreRaised() {
        assertThat(SemanticVersion.parse("1.2.99999999999999999999").increment(Increment.PATCH))
                .hasToString("1.2.100000000000000000000");
    }

    @Test
    void theDifferenceIsNamedAsNpmNamesIt() {
        assertThat(diff("1.2.3", "1.2.3+build")).isEmpty();
        assertThat(diff("1.2.3", "2.0.0")).isEqualTo("major");
        assertThat(diff("1.2.3", "2.0.0-pre")).isEqualTo("premajor");
        assertThat(diff("1.2.3", "1.3.0")).isEqualTo("minor");
        assertThat(diff("1.2.3-4", "1.3.0-0")).isEqualTo("preminor");
        assertThat(diff("1.2.4", "1.2.3")).isEqualTo("patch");
        assertThat(diff("1.2.3", "1.2.4-0")).isEqualTo("prepatch");
        assertThat(diff("1.2.3-a", "1.2.3-b")).isEqualTo("prerelease");
        assertThat(diff("1.0.0-1", "1.0.0")).isEqualTo("major");
        assertThat(diff("1.1.0-1", "1.1.0")).isEqualTo("minor");
        assertThat(diff("1.1.1-1", "1.1.1")).isEqualTo("patch");
    }

    private static String diff(String a, String b) {
        return SemanticVersion.parse(a)
                .diff(SemanticVersion.parse(b))
                .map(Increment::word)
                .orElse("");
    }

    @Test
    void hugeTextIsReadInLinearTime() {
        List<String> hostile = List.of(
                "1." + "9".repeat(10_000) + ".0",
                "1.2.3-" + "a.".repeat(5_000),
                "1.2.3-" + "-".repeat(10_000) + "!",
                "1.2.3-" + "0".repeat(10_000),
                "1.2.3+" + ".".repeat(10_000),
                " ".repeat(10_000) + "1.2.3",
                "1.2.3" + " ".repeat(10_000) + "x",
                ">".repeat(10_000),
                "1 - ".repeat(2_500),
                "||".repeat(5_000),
                "x.".repeat(5_000),
                "^".repeat(10_000),
                "=v".repeat(5_000),
                "1.2.3 ".repeat(1_600) + "!");

        // Generous: a reader that backtracks takes minutes on some of these, a linear one microseconds.
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int round = 0; round < 20; round++) {
                for (String text : hostile) {
                    SemanticVersion.tryParse(text);
                    VersionRange.tryParse(text);
                }
            }
        });
    }

    @Test
    void hugeRangesAreComparedInBoundedTime() {
        VersionRange scattered = VersionRange.parse(alternatives("%d.0.0-a"));
        VersionRange adjoining = VersionRange.parse(alternatives("~1.%d"));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(scattered.isSubsetOf(adjoining)).isFalse();
            assertThat(adjoining.isSubsetOf(adjoining)).isTrue();
            assertThat(scattered.intersects(VersionRange.parse(alternatives("%d.1.0-b"))))
                    .isFalse();
            assertThat(scattered.minVersion()).isPresent();
        });
    }

    private static String alternatives(String each) {
        return IntStream.range(0, 1_000).mapToObj(each::formatted).collect(Collectors.joining("||"));
    }
}
