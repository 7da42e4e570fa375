package io.axiom.version.component;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.UpgradeCommand;
import io.axiom.language.version.UpgradeCommand.DeclareCompatibility;
import io.axiom.language.version.UpgradeCommand.LiftStop;
import io.axiom.language.version.UpgradeCommand.RecordTestResult;
import io.axiom.language.version.UpgradeCommand.RequireStop;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.StopLifted;
import io.axiom.language.version.UpgradeEvent.StopRequired;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionEvent;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.rules.LinkRules;
import io.axiom.version.rules.TextRules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people and tests know about going from one version to another. */
final class Upgrades {
    private static final int LONGEST_DOWNTIME = 60 * 24 * 30;
    private static final int LONGEST_SUITE = 200;
    private static final int MOST_DECLARATIONS = 20_000;

    private Upgrades() {}

    static Decision<VersionEvent> decide(Registered component, UpgradeCommand command) {
        return switch (command) {
            case DeclareCompatibility declare -> declare(component, declare);
            case RecordTestResult result -> record(component, result);
            case RequireStop stop -> stop(component, stop);
            case LiftStop lift -> lift(component, lift);
        };
    }

    private static Decision<VersionEvent> declare(Registered component, DeclareCompatibility command) {
        Pair pair = Pair.of(component, command.from(), command.to());
        CompatibilityDeclared declared = new CompatibilityDeclared(
                component.component(),
                pair.from(),
                pair.to(),
                command.level(),
                command.riskLevel(),
                downtime(command.estimatedDowntimeMinutes()),
                TextRules.list("requiredActions", command.requiredActions()),
                TextRules.required("reason", command.reason()));
        CompatibilityDeclared before = component.declared().get(Registered.pair(pair.from(), pair.to()));
        if (before == null && component.declared().size() >= MOST_DECLARATIONS) {
            return Decision.refuse(new Rejection(
                    "compatibility.too-many",
                    Rejection.Kind.CONFLICT,
                    "Compatibility is declared for " + MOST_DECLARATIONS + " pairs of " + component.component()
                            + " already.",
                    "Declare those that rules and surfaces get wrong, not all."));
        }
        return Decision.accept(declared.equals(before) ? List.of() : List.of(declared), pair.result(component));
    }

    private static @Nullable Integer downtime(@Nullable Integer minutes) {
        if (minutes != null && (minutes < 0 || minutes > LONGEST_DOWNTIME)) {
            throw new RejectedException(Refusals.invalid(
                    "compatibility.invalid",
                    "estimatedDowntimeMinutes",
                    "The downtime is not between 0 and " + LONGEST_DOWNTIME + " minutes.",
                    "Give it in minutes, or leave it out."));
        }
        return minutes;
    }

    private static Decision<VersionEvent> record(Registered component, RecordTestResult command) {
        Pair pair = Pair.of(component, command.from(), command.to());
        String suite = TextRules.required("suite", command.suite());
        if (suite.length() > LONGEST_SUITE) {
            return Decision.refuse(Refusals.invalid(
                    "compatibility.invalid",
                    "suite",
                    "The suite's name is longer than " + LONGEST_SUITE + " characters.",
                    "Use a name, such as upgrade-e2e, and link to its report."));
        }
        return Decision.accept(
                List.of(new TestResultRecorded(
                        component.component(),
                        pair.from(),
                        pair.to(),
                        command.passed(),
                        suite,
                        LinkRules.optional("link", command.link()))),
                pair.result(component));
    }

    private static Decision<VersionEvent> stop(Registered component, RequireStop command) {
        String reason = TextRules.required("reason", command.reason());
        Entry entry = Versions.require(component, command.version());
        if (entry.life().isYanked()) {
            return Decision.refuse(Refusals.yankedTarget(component.component(), entry));
        }
        return Decision.accept(
                entry.isStop() ? List.of() : List.of(new StopRequired(component.component(), entry.version(), reason)),
                Versions.resultOf(component, entry));
    }

    /** Also of a yanked version: a stop nobody can make any more is what most needs lifting. */
    private static Decision<VersionEvent> lift(Registered component, LiftStop command) {
        String reason = TextRules.required("reason", command.reason());
        Entry entry = Versions.require(component, command.version());
        return Decision.accept(
                entry.isStop() ? List.of(new StopLifted(component.component(), entry.version(), reason)) : List.of(),
                Versions.resultOf(component, entry));
    }

    /** Two different versions that exist, as they were created. */
    private record Pair(String from, String to) {
        static Pair of(Registered component, String from, String to) {
            Pair pair = new Pair(
                    Versions.require(component, from).version(),
                    Versions.require(component, to).version());
            if (pair.from().equals(pair.to())) {
                throw new RejectedException(Refusals.invalid(
                        "compatibility.same-version",
                        "to",
                        "From and to are the same version.",
                        "Name the version upgraded from and the one upgraded to."));
            }
            return pair;
        }

        Map<String, String> result(Registered component) {
            return Map.of("component", component.component(), "from", from, "to", to);
        }
    }
}
