package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutInput.StepBroke;
import io.axiom.deployment.rollout.RolloutInput.StepSucceeded;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentCompleted;
import io.axiom.language.deployment.RolloutEvent.DeploymentFailed;
import io.axiom.language.deployment.RolloutEvent.ReleaseRetired;
import io.axiom.language.deployment.RolloutEvent.RollbackCompleted;
import io.axiom.language.deployment.RolloutEvent.RollbackFailed;
import io.axiom.language.deployment.RolloutEvent.StepCompleted;
import io.axiom.language.deployment.RolloutEvent.StepFailed;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.RolloutEvent.TrafficShifted;
import io.axiom.language.deployment.Step;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves a run from step to step, or ends it. Reports on any step but the one under way are stale and change nothing. */
final class Progress {
    private Progress() {}

    static Decision<RolloutEvent> succeeded(RolloutState state, StepSucceeded report, Instant at) {
        Run run = current(state, report.runId(), report.index(), report.attempt());
        return Decision.accept(run == null ? List.of() : complete(state, run, report.detail(), at));
    }

    static Decision<RolloutEvent> broke(RolloutState state, StepBroke report, Instant at) {
        Run run = current(state, report.runId(), report.index(), report.attempt());
        return Decision.accept(run == null ? List.of() : fail(state, run, report.cause(), at));
    }

    static Decision<RolloutEvent> deadline(RolloutState state, Instant at) {
        return Decision.accept(
                switch (state.activity()) {
                    case Idle _ ->
                        state.warm() == null || state.warm().retireAt().isAfter(at)
                                ? List.of()
                                : List.of(new ReleaseRetired(state.warm().releaseId(), at));
                    case Deploying run -> overdue(state, run, at);
                    case RollingBack run ->
                        passed(run.stepDeadline(), at) ? fail(state, run, Causes.stepTooSlow(run, at), at) : List.of();
                    case Stuck _ -> List.of();
                });
    }

    private static List<RolloutEvent> overdue(RolloutState state, Deploying run, Instant at) {
        if (!run.stepDone() && passed(run.stepDeadline(), at)) {
            return run.step() instanceof Step.Observe
                    ? complete(state, run, "nothing was found wrong", at)
                    : fail(state, run, Causes.stepTooSlow(run, at), at);
        }
        return !run.isUntimed() && passed(run.deadline(), at)
                ? fail(state, run, Causes.deploymentTooSlow(run), at)
                : List.of();
    }

    private static boolean passed(@Nullable Instant deadline, Instant at) {
        return deadline != null && !deadline.isAfter(at);
    }

    private static @Nullable Run current(RolloutState state, String runId, int index, int attempt) {
        Run run = state.run();
        boolean same = run != null && run.runId().equals(runId) && run.index() == index && run.attempt() == attempt;
        return same && !(run instanceof Deploying deploying && deploying.stepDone()) ? run : null;
    }

    /** The step under way is done; the next begins unless the run is paused or this was the last. */
    static List<RolloutEvent> complete(RolloutState state, Run run, String detail, Instant at) {
        List<RolloutEvent> events = new ArrayList<>();
        if (run.step() instanceof Step.ShiftTraffic shift) {
            events.add(new TrafficShifted(run.runId(), shift.weights(), at));
        }
        events.add(new StepCompleted(run.runId(), run.index(), run.attempt(), detail, at));
        events.addAll(proceed(state, run, at));
        return events;
    }

    /** Begins the step after {@code run.index()}; passes over waits when promoted fully; ends the run after the last. */
    static List<RolloutEvent> proceed(RolloutState state, Run run, Instant at) {
        return switch (run) {
            case Deploying deploying -> proceed(state, deploying, deploying.skipWaits(), at);
            case RollingBack back -> {
                int next = back.index() + 1;
                yield next < back.plan().size()
                        ? List.of(begin(back.runId(), back.plan(), next, at, at.plus(WayBack.STEP_WITHIN)))
                        : List.of(new RollbackCompleted(
                                back.runId(),
                                back.to() == null ? null : back.to().id(),
                                at));
            }
        };
    }

    static List<RolloutEvent> proceed(RolloutState state, Deploying run, boolean skipWaits, Instant at) {
        List<RolloutEvent> events = new ArrayList<>();
        int next = run.index() + 1;
        while (skipWaits && next < run.plan().size() && isWait(run.plan().get(next))) {
            events.add(new StepCompleted(run.runId(), next, 0, "skipped: promoted fully", at));
            next++;
        }
        if (next == run.plan().size()) {
            events.add(new DeploymentCompleted(run.runId(), run.release().id(), retireAt(state, run, at), at));
        } else if (!run.paused()) {
            events.add(begin(run.runId(), run.plan(), next, at, at.plus(run.progressDeadline())));
        }
        return events;
    }

    static StepStarted begin(String runId, List<Step> plan, int index, Instant at, Instant limit) {
        Step step = plan.get(index);
        return new StepStarted(runId, index, 1, step, at, deadline(step, at, limit));
    }

    static @Nullable Instant deadline(Step step, Instant at, Instant limit) {
        return switch (step) {
            case Step.AwaitApproval _, Step.AwaitPromotion _, Step.Migrate _, Step.RollBackMigrations _ -> null;
            case Step.Observe observe -> at.plus(observe.duration());
            case Step.AwaitHealthy healthy -> at.plus(healthy.timeout());
            case Step.Scale _, Step.ShiftTraffic _ -> limit;
        };
    }

    static boolean isWait(Step step) {
        return step instanceof Step.Observe || step instanceof Step.AwaitPromotion;
    }

    private static @Nullable Instant retireAt(RolloutState state, Deploying run, Instant at) {
        Release previous = run.previous();
        return previous == null || run.onlyScales() || state.scale().getOrDefault(previous.id(), 0) == 0
                ? null
                : at.plus(run.scaleDownDelay());
    }

    /** A deployment that may goes back at once; everything else stops where it is and waits for a person. */
    static List<RolloutEvent> fail(RolloutState state, Run run, Cause cause, Instant at) {
        List<RolloutEvent> events = new ArrayList<>();
        events.add(new StepFailed(run.runId(), run.index(), run.attempt(), cause, at));
        switch (run) {
            case RollingBack back -> events.add(new RollbackFailed(back.runId(), cause, at));
            case Deploying deploying
            when deploying.rollbackOnFailure() -> events.addAll(Rollback.automatic(state, deploying, cause, at));
            case Deploying deploying -> events.add(new DeploymentFailed(deploying.runId(), cause, at));
        }
        return events;
    }
}
