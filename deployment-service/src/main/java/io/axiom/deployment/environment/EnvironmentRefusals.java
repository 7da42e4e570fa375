package io.axiom.deployment.environment;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.language.deployment.RollbackPlan;
import java.util.Map;
import java.util.stream.Collectors;

/** Every refusal of an environment that depends on its state. The codes are stable. */
public final class EnvironmentRefusals {
    private EnvironmentRefusals() {}

    /** Refuses what is asked of an environment that was never created. */
    public static void requireExists(EnvironmentState state, String environment) {
        if (!state.exists()) {
            throw new RejectedException(new Rejection(
                    "environment.unknown",
                    Kind.NOT_FOUND,
                    "There is no environment \"" + Texts.shorten(environment, 80) + "\".",
                    "List environments with: axiom environment list; or create it: axiom environment create "
                            + Texts.shorten(environment, 80)));
        }
    }

    static Rejection exists(String environment) {
        return new Rejection(
                "environment.exists",
                Kind.CONFLICT,
                "The environment " + environment + " exists.",
                "Use it, or choose another name.");
    }

    /** @param rollbackId of the rollback of the whole environment that is under way */
    public static Rejection goingBack(String environment, String rollbackId) {
        return new Rejection(
                "environment.rolling-back",
                Kind.CONFLICT,
                "The environment " + environment + " is being rolled back by " + rollbackId + '.',
                "Wait until it is done: axiom environment get " + environment,
                Map.of("rollbackId", rollbackId));
    }

    public static Rejection pointUnknown(String environment, String pointId) {
        return new Rejection(
                "rollback.point-unknown",
                Kind.NOT_FOUND,
                "The environment " + environment + " has no rollback point \"" + Texts.shorten(pointId, 80) + "\".",
                "List them with: axiom rollback-point list --environment " + environment);
    }

    public static Rejection nothingToDo(String environment, String why) {
        return new Rejection(
                "rollback.nothing-to-do",
                Kind.CONFLICT,
                "There is nothing to roll back in " + environment + ": " + why,
                "See what runs: axiom environment get " + environment);
    }

    static Rejection planChanged(RollbackPlan plan) {
        String changes = plan.changes().stream()
                .map(change -> change.component() + ": " + change.detail())
                .collect(Collectors.joining("; "));
        return new Rejection(
                "rollback.plan-changed",
                Kind.CONFLICT,
                "Something changed since the plan was shown. It is now: "
                        + (changes.isEmpty() ? "nothing to do" : Texts.shorten(changes, 1500)),
                "Look at the plan again, and apply that one by its hash.",
                Map.of("planHash", plan.hash(), "plan", Texts.shorten(changes, 4000)));
    }

    static Rejection reasonMissing() {
        return new Rejection(
                "rollback.reason-missing",
                Kind.INVALID,
                "A rollback needs a reason; it is kept in the audit log.",
                "Say why: --reason \"…\"");
    }
}
