package io.axiom.version.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.comparison.DependencyDifference;
import io.axiom.language.version.comparison.Difference;
import io.axiom.language.version.comparison.RangeRelation;
import io.axiom.semver.VersionRange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependenciesTest {
    @Test
    void dependenciesComeGoAndChange() {
        assertThat(Dependencies.between(
                        Map.of("kept", "^1.0.0", "gone", "*", "moved", "^1.0.0"),
                        Map.of("kept", "^1.0.0", "new", "~2.1", "moved", ">=1.0.0")))
                .containsExactly(
                        new DependencyDifference("gone", Difference.REMOVED, "*", null, null),
                        new DependencyDifference("kept", Difference.SAME, "^1.0.0", "^1.0.0", RangeRelation.EQUAL),
                        new DependencyDifference("moved", Difference.CHANGED, "^1.0.0", ">=1.0.0", RangeRelation.WIDER),
                        new DependencyDifference("new", Difference.ADDED, null, "~2.1", null));
    }

    @ParameterizedTest
    @CsvSource({
        "^1.0.0, >=1.0.0 <2.0.0-0, EQUAL",
        "^1.2.0, ^1.0.0, WIDER",
        "^1.0.0, ^1.2.0, NARROWER",
        "^1.0.0, >=1.5.0, OVERLAPPING",
        "^1.0.0, ^2.0.0, DISJOINT",
        "^1.0.0, >2 <1, DISJOINT"
    })
    void rangesRelateByTheVersionsInThem(String before, String after, RangeRelation relation) {
        assertThat(Dependencies.relation(VersionRange.parse(before), VersionRange.parse(after)))
                .isEqualTo(relation);
    }
}
