package io.axiom.version.component;

import static io.axiom.version.component.ComponentScenario.givenVersions;

import io.axiom.language.Rejection.Kind;
import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.ComponentPolicy;
import io.axiom.language.version.ComponentPolicy.Reaction;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.UpgradeCommand.DeclareCompatibility;
import io.axiom.language.version.UpgradeCommand.LiftStop;
import io.axiom.language.version.UpgradeCommand.RecordTestResult;
import io.axiom.language.version.UpgradeCommand.RequireStop;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.StopLifted;
import io.axiom.language.version.UpgradeEvent.StopRequired;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionCommand.ChangeComponentPolicy;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.language.version.VersionEvent.ComponentPolicyChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpgradesTest {
    private static final ComponentScenario COMPONENT = givenVersions("1.0.0", "1.1.0", "2.0.0");

    @Test
    void compatibilityIsDeclaredOnceAndCanBeRevised() {
        DeclareCompatibility declare = declare("1.0.0", "2.0.0", CompatibilityLevel.BREAKING, 10);
        COMPONENT
                .when(declare)
                .then(new CompatibilityDeclared(
                        "agent",
                        "1.0.0",
                        "2.0.0",
                        CompatibilityLevel.BREAKING,
                        RiskLevel.HIGH,
                        10,
                        List.of("Back up"),
                        "The store's format changed"));
        COMPONENT.after(declare).when(declare).thenNothing();
        COMPONENT
                .after(declare)
                .when(declare("1.0.0", "2.0.0", CompatibilityLevel.COMPATIBLE, null))
                .thenFirst(new CompatibilityDeclared(
                        "agent",
                        "1.0.0",
                        "2.0.0",
                        CompatibilityLevel.COMPATIBLE,
                        RiskLevel.HIGH,
                        null,
                        List.of("Back up"),
                        "The store's format changed"));
    }

    @Test
    void onlyTwoDifferentVersionsThatExistAreRelated() {
        COMPONENT
                .when(declare("1.0.0", "1.0.0", CompatibilityLevel.COMPATIBLE, null))
                .thenRefused("compatibility.same-version", Kind.INVALID);
        COMPONENT
                .when(declare("1.0.0", "3.0.0", CompatibilityLevel.COMPATIBLE, null))
                .thenRefused("version.not-found", Kind.NOT_FOUND);
        COMPONENT
                .when(declare("1.0.0", "two", CompatibilityLevel.COMPATIBLE, null))
                .thenRefused("version.invalid", Kind.INVALID);
        COMPONENT
                .when(declare("1.0.0", "2.0.0", CompatibilityLevel.COMPATIBLE, -1))
                .thenRefused("compatibility.invalid", Kind.INVALID);
    }

    @Test
    void everyTestRunIsRecorded() {
        RecordTestResult result =
                new RecordTestResult("agent", "1.0.0", "1.1.0", true, "upgrade-e2e", "https://ci.example.org/7");
        TestResultRecorded recorded =
                new TestResultRecorded("agent", "1.0.0", "1.1.0", true, "upgrade-e2e", "https://ci.example.org/7");
        COMPONENT.when(result).then(recorded);
        COMPONENT.after(result).when(result).then(recorded);
        for (String link : List.of("javascript:alert(1)", "https://me:secret@ci.example.org/", "not a link", "/7")) {
            COMPONENT
                    .when(new RecordTestResult("agent", "1.0.0", "1.1.0", true, "upgrade-e2e", link))
                    .thenRefused("request.link-invalid", Kind.INVALID);
        }
    }

    @Test
    void aStopIsRequiredOnce() {
        RequireStop stop = new RequireStop("agent", "1.1.0", "Converts the store");
        COMPONENT.when(stop).then(new StopRequired("agent", "1.1.0", "Converts the store"));
        COMPONENT.after(stop).when(stop).thenNothing();
        COMPONENT
                .after(new YankVersion("agent", "1.1.0", "broken"))
                .when(stop)
                .thenRefused("version.yanked", Kind.CONFLICT);
    }

    @Test
    void aStopIsLiftedOnceAndCanBeRequiredAgain() {
        RequireStop stop = new RequireStop("agent", "1.1.0", "Converts the store");
        LiftStop lift = new LiftStop("agent", "1.1.0", "2.0.0 converts any store");
        COMPONENT.when(lift).thenNothing();
        COMPONENT.after(stop).when(lift).then(new StopLifted("agent", "1.1.0", "2.0.0 converts any store"));
        COMPONENT.after(stop).after(lift).when(lift).thenNothing();
        COMPONENT.after(stop).after(lift).when(stop).then(new StopRequired("agent", "1.1.0", "Converts the store"));
        COMPONENT
                .after(stop)
                .when(new LiftStop("agent", "1.1.0", " "))
                .thenRefused("request.text-invalid", Kind.INVALID);
        COMPONENT.when(new LiftStop("agent", "3.0.0", "never was")).thenRefused("version.not-found", Kind.NOT_FOUND);
    }

    @Test
    void theStopOfAYankedVersionCanBeLifted() {
        COMPONENT
                .after(new RequireStop("agent", "1.1.0", "Converts the store"))
                .after(new YankVersion("agent", "1.1.0", "broken"))
                .when(new LiftStop("agent", "1.1.0", "It is yanked"))
                .then(new StopLifted("agent", "1.1.0", "It is yanked"));
    }

    @Test
    void aPolicyIsChangedWhenItIsAnother() {
        COMPONENT
                .when(new ChangeComponentPolicy("agent", new ComponentPolicy(Reaction.WARN)))
                .then(new ComponentPolicyChanged("agent", new ComponentPolicy(Reaction.WARN)));
        COMPONENT
                .when(new ChangeComponentPolicy("agent", new ComponentPolicy(Reaction.REFUSE)))
                .thenNothing();
    }

    private static DeclareCompatibility declare(String from, String to, CompatibilityLevel level, Integer minutes) {
        return new DeclareCompatibility(
                "agent", from, to, level, RiskLevel.HIGH, minutes, List.of("Back up"), "The store's format changed");
    }
}
