package io.axiom.version.path;

import static io.axiom.language.version.CompatibilityLevel.BREAKING;
import static io.axiom.language.version.CompatibilityLevel.COMPATIBLE;
import static io.axiom.language.version.upgrade.PathPreference.FEWEST_HOPS;
import static io.axiom.language.version.upgrade.PathPreference.LOWEST_RISK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.upgrade.PathPreference;
import io.axiom.language.version.upgrade.UpgradePath;
import io.axiom.version.compatibility.Knowledge;
import io.axiom.version.compatibility.KnownVersions;
import org.junit.jupiter.api.Test;

class UpgradePathsTest {
    private final KnownVersions known = KnownVersions.of("1.0.0", "1.5.0", "2.0.0");

    @Test
    void theLeastRiskyWayCrossesAMajorFromTheLastOfTheOneBefore() {
        UpgradePath path = find("1.0.0", "2.0.0", LOWEST_RISK);

        assertThat(path.versions()).containsExactly("1.0.0", "1.5.0", "2.0.0");
        assertThat(path.riskLevel()).isEqualTo(RiskLevel.HIGH);
        assertThat(path.steps()).extracting(UpgradePath.Step::level).containsExactly(COMPATIBLE, BREAKING);
    }

    @Test
    void theShortestWayIsDirect() {
        assertThat(find("1.0.0", "2.0.0", FEWEST_HOPS).versions()).containsExactly("1.0.0", "2.0.0");
        assertThat(find("1.0.0", "1.0.0", FEWEST_HOPS).versions()).containsExactly("1.0.0");
    }

    @Test
    void everyWayGoesThroughRequiredStops() {
        known.stop("1.5.0", "it moves the data");

        UpgradePath path = find("1.0.0", "2.0.0", FEWEST_HOPS);
        assertThat(path.versions()).containsExactly("1.0.0", "1.5.0", "2.0.0");
        assertThat(path.steps().getFirst().stop()).isEqualTo("it moves the data");
        assertThat(path.steps().getLast().stop()).isNull();
    }

    @Test
    void whatWasTestedToWorkIsPreferredToABreak() {
        KnownVersions known = KnownVersions.of("1.0.0", "1.1.0", "1.2.0", "2.0.0", "2.1.0", "3.0.0")
                .tested("1.1.0", "2.1.0", true, "e2e")
                .declared("2.1.0", "3.0.0", COMPATIBLE, null, 5);

        UpgradePath path = find(known, "1.0.0", "3.0.0", LOWEST_RISK, false);
        assertThat(path.versions()).containsExactly("1.0.0", "1.1.0", "2.1.0", "3.0.0");
        assertThat(path.riskLevel()).isEqualTo(RiskLevel.LOW);
        assertThat(path.estimatedDowntimeMinutes()).isEqualTo(5);
    }

    @Test
    void stepsThatFailedInTestsOrWereDeclaredBreakingAreNotTaken() {
        known.declared("1.0.0", "2.0.0", BREAKING);
        assertThat(find("1.0.0", "2.0.0", FEWEST_HOPS).versions()).containsExactly("1.0.0", "1.5.0", "2.0.0");

        known.tested("1.5.0", "2.0.0", false, "e2e");
        Rejection refused = refused("1.0.0", "2.0.0", FEWEST_HOPS, false);
        assertThat(refused.code()).isEqualTo("path.none");
        assertThat(refused.detail())
                .isEqualTo("No way leads from 1.0.0 to 2.0.0: it ends at 1.5.0, and going from there to 2.0.0 breaks. "
                        + "The tests e2e failed.");
        assertThat(refused.context()).containsEntry("gapFrom", "1.5.0").containsEntry("gapTo", "2.0.0");
    }

    @Test
    void breaksCanBeRuledOut() {
        assertThat(refused("1.0.0", "2.0.0", LOWEST_RISK, true).detail())
                .startsWith("No way leads from 1.0.0 to 2.0.0: it ends at 1.5.0")
                .endsWith("1.5.0 → 2.0.0 breaks something, as the numbers say.");
        known.tested("1.5.0", "2.0.0", true, "e2e");
        assertThat(find(known, "1.0.0", "2.0.0", LOWEST_RISK, true).versions())
                .containsExactly("1.0.0", "1.5.0", "2.0.0");
    }

    @Test
    void noWayLeadsDownOrToAVersionThatIsNotToBeUsed() {
        known.retired("1.5.0", Status.YANKED, "broken", null);

        assertThat(refused("2.0.0", "1.0.0", LOWEST_RISK, false).detail()).contains("going down is no upgrade");
        assertThat(refused("1.0.0", "1.5.0", LOWEST_RISK, false).detail()).contains("1.5.0 is yanked (broken)");
        assertThat(find("1.0.0", "2.0.0", LOWEST_RISK).versions()).containsExactly("1.0.0", "2.0.0");
    }

    @Test
    void aRequiredStopThatIsYankedClosesTheWay() {
        known.stop("1.5.0", "it moves the data").retired("1.5.0", Status.YANKED, "broken", null);

        assertThat(refused("1.0.0", "2.0.0", FEWEST_HOPS, false).detail())
                .isEqualTo(
                        "Every upgrade over 1.5.0 goes through it (it moves the data), but 1.5.0 is yanked (broken).");
    }

    @Test
    void prereleasesAreNotOnTheWay() {
        KnownVersions known = KnownVersions.of("1.0.0", "1.1.0-rc.1", "1.1.0", "2.0.0-rc.1");

        assertThat(find(known, "1.0.0", "2.0.0-rc.1", LOWEST_RISK, false).versions())
                .containsExactly("1.0.0", "1.1.0", "2.0.0-rc.1");
    }

    private UpgradePath find(String from, String to, PathPreference preference) {
        return find(known, from, to, preference, false);
    }

    private static UpgradePath find(
            KnownVersions known, String from, String to, PathPreference preference, boolean compatibleOnly) {
        Knowledge knowledge = known.knowledge();
        return new UpgradePaths(knowledge)
                .find(
                        KnownVersions.place(knowledge, from),
                        KnownVersions.place(knowledge, to),
                        preference,
                        compatibleOnly);
    }

    private Rejection refused(String from, String to, PathPreference preference, boolean compatibleOnly) {
        return catchThrowableOfType(RejectedException.class, () -> find(known, from, to, preference, compatibleOnly))
                .rejection();
    }
}
