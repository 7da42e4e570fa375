package io.axiom.version.compatibility;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.VersionView.Status;
import io.axiom.version.compatibility.Knowledge.Statements;
import java.util.ArrayList;
import java.util.List;

/** What going from one version to another asks for. */
final class Preparations {
    /** Guesses for planning where nothing is declared: compatible versions run side by side, breaking ones are exchanged at once. */
    private static final int MINUTES_WHEN_BREAKING = 30;

    private static final int MINUTES_WHEN_UNKNOWN = 10;
    private static final int MOST_ACTIONS = 50;

    private Preparations() {}

    static int downtimeMinutes(Statements said, CompatibilityLevel level) {
        CompatibilityDeclared declared = said.declared();
        Integer minutes = declared == null ? null : declared.estimatedDowntimeMinutes();
        if (minutes != null) {
            return minutes;
        }
        return switch (level) {
            case COMPATIBLE, DEPRECATED -> 0;
            case UNKNOWN -> MINUTES_WHEN_UNKNOWN;
            case BREAKING -> MINUTES_WHEN_BREAKING;
        };
    }

    static List<String> requiredActions(Knowledge knowledge, int from, int to, CompatibilityLevel level) {
        if (from == to) {
            return List.of();
        }
        List<String> actions = new ArrayList<>();
        life(actions, knowledge, from, to);
        CompatibilityDeclared declared = knowledge.statements(from, to).declared();
        if (declared != null) {
            actions.addAll(declared.requiredActions());
        }
        if (level == CompatibilityLevel.BREAKING) {
            List<String> breaking = knowledge.changes().breakingChanges(from, to);
            breaking.forEach(change -> actions.add("Prepare for: " + change));
            if (breaking.isEmpty()
                    && (declared == null || declared.requiredActions().isEmpty())) {
                actions.add("Find out what breaks and prepare for it, before any traffic goes to "
                        + knowledge.version(to) + ".");
            }
        }
        if (level == CompatibilityLevel.UNKNOWN) {
            actions.add("Test going from " + knowledge.version(from) + " to " + knowledge.version(to)
                    + " and record the result.");
        }
        return actions.stream().distinct().limit(MOST_ACTIONS).toList();
    }

    private static void life(List<String> actions, Knowledge knowledge, int from, int to) {
        Release target = knowledge.release(to);
        String replacement = target.life().replacement();
        if (target.life().status() != Status.ACTIVE) {
            actions.add((replacement == null ? "Use another version" : "Use " + replacement) + ": "
                    + target.life().sentence(target.version()) + ".");
        }
        Release start = knowledge.release(from);
        if (start.life().status() != Status.ACTIVE) {
            actions.add("Leave " + start.version() + " soon: it "
                    + start.life()
                            .sentence(start.version())
                            .substring(start.version().toString().length() + 1)
                    + ".");
        }
    }
}
