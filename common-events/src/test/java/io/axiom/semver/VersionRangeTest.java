package io.axiom.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    private static final List<SemanticVersion> VERSIONS = Stream.of("1.0.0", "1.2.0", "2.0.0-rc.1", "1.10.0", "0.9.0")
            .map(SemanticVersion::parse)
            .toList();

    @Test
    void picksTheHighestAndTheLowestOfMany() {
        assertThat(VersionRange.parse("^1.0.0").maxSatisfying(VERSIONS)).contains(SemanticVersion.parse("1.10.0"));
        assertThat(VersionRange.parse("^1.0.0").minSatisfying(VERSIONS)).contains(SemanticVersion.parse("1.0.0"));
        assertThat(VersionRange.parse(">=1", true).maxSatisfying(VERSIONS))
                .contains(SemanticVersion.parse("2.0.0-rc.1"));
        assertThat(VersionRange.parse(">3").maxSatisfying(VERSIONS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*, 0.0.0",
        "1.x, 1.0.0",
        ">1.0.0, 1.0.1",
        ">1.0.0-beta, 1.0.0-beta.0",
        "^1.2 || 0.3.x, 0.3.0",
        ">=1.0.0-rc <1.0.0, 1.0.0-rc",
        "<2.0.0, 0.0.0",
        ">=1.0.0 >=2.0.0, 2.0.0",
        ">4 <3 || 5.0.0, 5.0.0"
    })
    void hasALowestVersion(String range, String lowest) {
        assertThat(VersionRange.parse(range).minVersion()).contains(SemanticVersion.parse(lowest));
    }

    @ParameterizedTest
    @ValueSource(strings = {">2 <1", "<0.0.0", "<x", ">*", ">1.0.0 <1.0.1", "<0.0.0-0"})
    void mayHoldNothing(String range) {
        assertThat(VersionRange.parse(range).isEmpty()).isTrue();
        assertThat(VersionRange.parse(range).isSubsetOf(VersionRange.parse("1.2.3")))
                .isTrue();
        assertThat(VersionRange.parse(range).intersects(VersionRange.parse("*")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, ^1.0.0, true",
        "^1.0.0, 1.2.3, false",
        "^1.2.0, ^1.0.0, true",
        "~1.2.0, 1.2.x, true",
        "^1.0.0, <1.5 || >=1.5.0, true",
        "^1.0.0, <1.5 || >1.5.0, false",
        "<=1.4.9 || >=1.4.10, *, true",
        "1.x || 2.x, >=1.0.0 <3.0.0, true",
        ">=1.0.0 <3.0.0, 1.x || 2.x, true",
        "*, >=0.0.0, true",
        "^1.0.0-beta, ^1.0.0, false",
        "^1.0.0, ^1.0.0-beta, true",
        ">=1.0.0-beta <1.0.0, *, false",
        "1.0.0-beta, >=1.0.0-alpha, true",
        ">1.0.0-beta <1.0.0, >=1.0.0-alpha <1.0.0-rc || >=1.0.0-rc, true"
    })
    void isASubsetExactlyWhenNoVersionIsOutside(String part, String whole, boolean subset) {
        assertThat(VersionRange.parse(part).isSubsetOf(VersionRange.parse(whole)))
                .isEqualTo(subset);
    }

    @Test
    void isASubsetWithPrereleasesIncluded() {
        VersionRange everything = VersionRange.parse("*", true);

        assertThat(VersionRange.parse("*").isSubsetOf(everything)).isTrue();
        assertThat(everything.isSubsetOf(VersionRange.parse("*"))).isFalse();
        assertThat(everything.isSubsetOf(everything)).isTrue();
        assertThat(VersionRange.parse("1.x", true).isSubsetOf(VersionRange.parse("<1.5 || >=1.5", true)))
                .isTrue();
        assertThat(VersionRange.parse(">=1.0.0-0 <=1.0.0", true).isSubsetOf(VersionRange.parse(">=1.0.0-0")))
                .isTrue();
        assertThat(VersionRange.parse(">=1.0.0-0 <=1.0.1", true).isSubsetOf(VersionRange.parse(">=1.0.0-0")))
                .isFalse();
    }

    @Test
    void aFaultIsSaidWithItsPlace() {
        assertThatThrownBy(() -> VersionRange.parse("^1.2 || x.1"))
                .isInstanceOf(VersionFormatException.class)
                .hasMessage(
                        "\"^1.2 || x.1\" is not a version range: expected x or * after an open number at character 11");
        assertThatThrownBy(() -> VersionRange.parse("1.0.0 - 2.0.0 3.0.0"))
                .hasMessageContaining("after a hyphen range");
        assertThatThrownBy(() -> VersionRange.parse(">1.0.0<2.0.0")).hasMessageContaining("a space");
        assertThatThrownBy(() -> VersionRange.parse("1.0 | 2.0")).hasMessageContaining("\"||\"");
        assertThatThrownBy(() -> VersionRange.parse("latest")).isInstanceOf(VersionFormatException.class);
    }
}
