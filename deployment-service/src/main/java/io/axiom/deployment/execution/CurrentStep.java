package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.language.deployment.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The step under way. Equal values are the same attempt at the same step. */
record CurrentStep(String runId, int index, int attempt, Step step, Instant startedAt) {

    /** Null when no step is under way. */
    static @Nullable CurrentStep of(RolloutState state) {
        Run run = state.run();
        Step step = run == null ? null : run.step();
        if (run == null || step == null || (run instanceof Deploying deploying && deploying.stepDone())) {
            return null;
        }
        Instant startedAt = switch (run) {
            case Deploying deploying -> deploying.stepStartedAt();
            case RolloutState.RollingBack back -> back.stepStartedAt();
        };
        return new CurrentStep(run.runId(), run.index(), run.attempt(), step, startedAt);
    }

    /** Names this attempt in command ids. */
    String key() {
        return runId + '/' + index + '/' + attempt;
    }

    /** Whether it brings up this release, so that its instances may still be unhealthy. */
    boolean starts(String releaseId) {
        return switch (step) {
            case Step.Scale scale -> scale.releaseId().equals(releaseId);
            case Step.AwaitHealthy healthy -> healthy.releaseId().equals(releaseId);
            case Step.Migrate _,
                    Step.RollBackMigrations _,
                    Step.ShiftTraffic _,
                    Step.Observe _,
                    Step.AwaitApproval _,
                    Step.AwaitPromotion _ -> false;
        };
    }
}
