package io.axiom.version.component;

import static io.axiom.version.component.ComponentScenario.givenVersions;

import io.axiom.language.Rejection.Kind;
import io.axiom.language.version.VersionCommand.DeprecateVersion;
import io.axiom.language.version.VersionCommand.EndVersion;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionEnded;
import io.axiom.language.version.VersionEvent.VersionYanked;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The scenario's clock stands at noon on 20 November 2026. */
class RetirementTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2027-06-30T00:00:00Z");

    @Test
    void aDeprecationCanBeAnnounced() {
        givenVersions("1.0.0", "2.0.0")
                .when(new DeprecateVersion("agent", "1.0.0", "2.0.0", "slow", MARCH))
                .then(new VersionDeprecated("agent", "1.0.0", "2.0.0", "slow", MARCH));
    }

    @Test
    void aLifeEndsAtOnceOrOnADay() {
        ComponentScenario component = givenVersions("1.0.0", "2.0.0");
        component
                .when(new EndVersion("agent", "1.0.0", JUNE, "2.0.0", "Nobody maintains it"))
                .then(new VersionEnded("agent", "1.0.0", JUNE, "2.0.0", "Nobody maintains it"));
        component
                .when(new EndVersion("agent", "1.0.0", null, null, "Nobody maintains it"))
                .then(new VersionEnded("agent", "1.0.0", NOW, null, "Nobody maintains it"));
    }

    @Test
    void theDayOfAnEndCanBeChangedUntilItHasCome() {
        ComponentScenario announced =
                givenVersions("1.0.0", "2.0.0").after(new EndVersion("agent", "1.0.0", JUNE, null, "old"));
        announced.when(new EndVersion("agent", "1.0.0", JUNE, null, "old")).thenNothing();
        announced
                .when(new EndVersion("agent", "1.0.0", MARCH, null, "old"))
                .then(new VersionEnded("agent", "1.0.0", MARCH, null, "old"));
        announced
                .when(new EndVersion("agent", "1.0.0", null, null, "old"))
                .then(new VersionEnded("agent", "1.0.0", NOW, null, "old"));
        ComponentScenario ended =
                givenVersions("1.0.0", "2.0.0").after(new EndVersion("agent", "1.0.0", null, null, "old"));
        ended.when(new EndVersion("agent", "1.0.0", null, null, "old")).thenNothing();
        ended.when(new EndVersion("agent", "1.0.0", JUNE, null, "old")).thenRefused("version.ended", Kind.CONFLICT);
    }

    @Test
    void nothingIsDeprecatedAfterItsEndButMayBeYanked() {
        ComponentScenario ended =
                givenVersions("1.0.0", "2.0.0").after(new EndVersion("agent", "1.0.0", null, null, "old"));
        ended.when(new DeprecateVersion("agent", "1.0.0", null, "slow")).thenRefused("version.ended", Kind.CONFLICT);
        ended.when(new DeprecateVersion("agent", "2.0.0", "1.0.0", "slow"))
                .thenRefused("version.replacement-invalid", Kind.INVALID);
        ended.when(new YankVersion("agent", "1.0.0", "leaks keys"))
                .then(new VersionYanked("agent", "1.0.0", "leaks keys"));
        ended.after(new YankVersion("agent", "1.0.0", "leaks keys"))
                .when(new EndVersion("agent", "1.0.0", null, null, "old"))
                .thenRefused("version.yanked", Kind.CONFLICT);
    }

    @Test
    void datesThatCannotBeMeantAreRefused() {
        ComponentScenario component =
                givenVersions("1.0.0").after(new DeprecateVersion("agent", "1.0.0", null, "slow", JUNE));
        component
                .when(new EndVersion("agent", "1.0.0", MARCH, null, "old"))
                .thenRefused("version.date-invalid", Kind.INVALID);
        component
                .when(new EndVersion("agent", "1.0.0", Instant.parse("2226-01-01T00:00:00Z"), null, "old"))
                .thenRefused("version.date-invalid", Kind.INVALID);
        component
                .when(new DeprecateVersion("agent", "1.0.0", null, "slow", Instant.MIN))
                .thenRefused("version.date-invalid", Kind.INVALID);
    }
}
