package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.deployment.rollout.RolloutState.Verdict;
import io.axiom.language.deployment.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Causes of failures that the rollout finds out by itself. */
final class Causes {
    private Causes() {}

    static Cause stepTooSlow(Run run, Instant at) {
        Instant limit = run.stepDeadline();
        String over = limit == null ? "" : " It should have been done by " + limit + "; it was " + at + '.';
        return new Cause(
                "step.deadline",
                "The step to " + (run.step() == null ? "begin" : run.step().describe()) + " took too long." + over,
                "Look at the instances' output; give progressDeadline more time if the release is only slow to start.");
    }

    static Cause deploymentTooSlow(Deploying run) {
        return new Cause(
                "deployment.deadline",
                "The deployment did not end within " + Duration.between(run.startedAt(), run.deadline()) + '.',
                "See which step took long; give timeout more time if the plan needs it.");
    }

    /** When the release a run brings out began to fail, null when no check says that it does. */
    static @Nullable Instant firstFailure(RolloutState state, String releaseId) {
        return state.verdicts().values().stream()
                .filter(verdict -> verdict.releaseId().equals(releaseId) && !verdict.healthy())
                .map(Verdict::firstFailureAt)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
