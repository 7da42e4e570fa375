package io.axiom.version.compatibility;

import static io.axiom.language.version.CompatibilityLevel.BREAKING;
import static io.axiom.language.version.CompatibilityLevel.COMPATIBLE;
import static io.axiom.language.version.CompatibilityLevel.DEPRECATED;
import static io.axiom.language.version.CompatibilityLevel.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.upgrade.Compatibility;
import io.axiom.language.version.upgrade.CompatibilityEvidence;
import io.axiom.language.version.upgrade.Grounds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {
    private final KnownVersions known = KnownVersions.of(
            "0.0.1", "0.0.2", "0.1.0", "0.1.1", "0.2.0", "1.0.0", "1.0.1", "1.1.0", "2.0.0-rc.1", "2.0.0", "3.0.0");

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1.0.0, COMPATIBLE, LOW",
        "1.0.0, 1.0.1, COMPATIBLE, LOW",
        "1.0.0, 1.1.0, COMPATIBLE, LOW",
        "1.0.0, 2.0.0, BREAKING, HIGH",
        "1.0.0, 3.0.0, BREAKING, CRITICAL",
        "1.1.0, 2.0.0-rc.1, BREAKING, HIGH",
        "2.0.0-rc.1, 2.0.0, UNKNOWN, MEDIUM",
        "0.1.0, 0.1.1, COMPATIBLE, LOW",
        "0.1.1, 0.2.0, BREAKING, HIGH",
        "0.0.1, 0.0.2, BREAKING, HIGH",
        "1.0.1, 1.0.0, COMPATIBLE, LOW",
        "1.1.0, 1.0.1, UNKNOWN, MEDIUM",
        "2.0.0, 1.1.0, BREAKING, HIGH"
    })
    void numbersAloneDecideWhereNothingElseIsKnown(String from, String to, CompatibilityLevel level, RiskLevel risk) {
        Compatibility answer = known.assess(from, to);

        assertThat(answer.level()).isEqualTo(level);
        assertThat(answer.riskLevel()).isEqualTo(risk);
        assertThat(answer.decidedBy()).isEqualTo(Grounds.RULE);
        assertThat(deciding(answer)).hasSize(1);
    }

    @Test
    void surfacesDecideOverNumbers() {
        known.compared("1.0.1", "1.0.0", Judgement.SAFE)
                .compared("1.1.0", "1.0.1", Judgement.BREAKING, "The field id is gone.")
                .compared("2.0.0", "1.1.0", Judgement.SAFE);

        assertThat(known.assess("1.1.0", "2.0.0").level()).isEqualTo(COMPATIBLE);
        Compatibility answer = known.assess("1.0.0", "1.1.0");
        assertThat(answer.level()).isEqualTo(BREAKING);
        assertThat(answer.decidedBy()).isEqualTo(Grounds.DETECTED);
        assertThat(deciding(answer))
                .containsExactly(
                        "The surfaces of 1.1.0 were compared with those of 1.0.1: breaking. The field id is gone.");
        assertThat(answer.requiredActions()).containsExactly("Prepare for: The field id is gone.");
        assertThat(known.assess("1.0.0", "2.0.0").level())
                .as("a break on the way stays one")
                .isEqualTo(BREAKING);
    }

    @Test
    void surfacesThatWereNotAllComparedSayNothing() {
        known.compared("1.1.0", "1.0.1", Judgement.UNDETERMINED);

        assertThat(known.assess("1.0.1", "1.1.0").level()).isEqualTo(UNKNOWN);
        assertThat(known.assess("1.0.0", "1.1.0").decidedBy()).isEqualTo(Grounds.RULE);
    }

    @Test
    void whatAnAuthorNotedAsBreakingIsSomethingToPrepareFor() {
        known.breaking("1.1.0", "Set AGENT_KEY.").breaking("2.0.0", "Java 25 is needed.");

        Compatibility answer = known.assess("1.0.0", "2.0.0");
        assertThat(answer.level()).isEqualTo(BREAKING);
        assertThat(answer.requiredActions())
                .containsExactly("Prepare for: Set AGENT_KEY.", "Prepare for: Java 25 is needed.");
        assertThat(answer.estimatedDowntimeMinutes()).isPositive();
        assertThat(known.assess("1.0.1", "1.0.0").level()).isEqualTo(COMPATIBLE);
    }

    @Test
    void declarationsDecideOverSurfacesAndTheLastOneCounts() {
        known.compared("1.1.0", "1.0.1", Judgement.BREAKING)
                .declared("1.0.1", "1.1.0", BREAKING)
                .declared("1.0.1", "1.1.0", COMPATIBLE, RiskLevel.MEDIUM, 3, "Warm the cache.");

        Compatibility answer = known.assess("1.0.1", "1.1.0");
        assertThat(answer.level()).isEqualTo(COMPATIBLE);
        assertThat(answer.riskLevel()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(answer.estimatedDowntimeMinutes()).isEqualTo(3);
        assertThat(answer.requiredActions()).containsExactly("Warm the cache.");
        assertThat(deciding(answer)).containsExactly("Declared compatible: we know it.");
        assertThat(answer.evidence()).hasSize(3);
    }

    @Test
    void testsDecideOverDeclarationsAndOneFailingSuiteIsEnough() {
        known.declared("1.0.0", "2.0.0", BREAKING).tested("1.0.0", "2.0.0", true, "e2e");
        assertThat(known.assess("1.0.0", "2.0.0").level()).isEqualTo(COMPATIBLE);

        known.tested("1.0.0", "2.0.0", false, "load");
        Compatibility failing = known.assess("1.0.0", "2.0.0");
        assertThat(failing.level()).isEqualTo(BREAKING);
        assertThat(deciding(failing)).containsExactly("The tests load failed.");

        known.tested("1.0.0", "2.0.0", true, "load");
        assertThat(known.assess("1.0.0", "2.0.0").level()).isEqualTo(COMPATIBLE);
    }

    @Test
    void aVersionThatIsNotToBeUsedIsNoBetterThanDeprecated() {
        known.retired("1.1.0", Status.DEPRECATED, "slow", "2.0.0").retired("1.0.1", Status.YANKED, "broken", null);

        Compatibility deprecated = known.assess("1.0.0", "1.1.0");
        assertThat(deprecated.level()).isEqualTo(DEPRECATED);
        assertThat(deprecated.riskLevel()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(deprecated.requiredActions()).containsExactly("Use 2.0.0: 1.1.0 is deprecated (slow).");
        assertThat(known.assess("1.0.0", "1.0.1").riskLevel()).isEqualTo(RiskLevel.CRITICAL);
        known.tested("1.0.0", "1.0.1", true, "e2e");
        assertThat(known.assess("1.0.0", "1.0.1").level()).isEqualTo(COMPATIBLE);
        assertThat(known.assess("1.0.0", "1.0.1").riskLevel()).isEqualTo(RiskLevel.CRITICAL);
    }

    @Test
    void leavingADeprecatedVersionIsDue() {
        known.retired("1.0.0", Status.DEPRECATED, "slow", null);

        assertThat(known.assess("1.0.0", "1.1.0").level()).isEqualTo(COMPATIBLE);
        assertThat(known.assess("1.0.0", "1.1.0").requiredActions())
                .containsExactly("Leave 1.0.0 soon: it is deprecated (slow).");
    }

    private static List<String> deciding(Compatibility answer) {
        return answer.evidence().stream()
                .filter(CompatibilityEvidence::decides)
                .map(CompatibilityEvidence::sentence)
                .toList();
    }
}
