package io.axiom.deployment.status;

import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentAborted;
import io.axiom.language.deployment.RolloutEvent.DeploymentApproved;
import io.axiom.language.deployment.RolloutEvent.DeploymentCompleted;
import io.axiom.language.deployment.RolloutEvent.DeploymentFailed;
import io.axiom.language.deployment.RolloutEvent.DeploymentPaused;
import io.axiom.language.deployment.RolloutEvent.DeploymentPromoted;
import io.axiom.language.deployment.RolloutEvent.DeploymentResumed;
import io.axiom.language.deployment.RolloutEvent.DeploymentRetried;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.language.deployment.RolloutEvent.HealthCheckPassed;
import io.axiom.language.deployment.RolloutEvent.InstanceExited;
import io.axiom.language.deployment.RolloutEvent.InstanceStarted;
import io.axiom.language.deployment.RolloutEvent.InstanceStopped;
import io.axiom.language.deployment.RolloutEvent.ReleaseRetired;
import io.axiom.language.deployment.RolloutEvent.RollbackCompleted;
import io.axiom.language.deployment.RolloutEvent.RollbackFailed;
import io.axiom.language.deployment.RolloutEvent.RollbackRequested;
import io.axiom.language.deployment.RolloutEvent.RollbackStarted;
import io.axiom.language.deployment.RolloutEvent.StepCompleted;
import io.axiom.language.deployment.RolloutEvent.StepFailed;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.RolloutEvent.TrafficShifted;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one event makes of the views of the runs it concerns. Pure. */
record ViewFold(RolloutEvent event, RolloutState before, RolloutState after, long position, Instant time) {

    /** The view of a run that begins with this event. */
    Optional<DeploymentView> begun() {
        return switch (event) {
            case DeploymentStarted e ->
                Optional.of(empty(
                        e.deploymentId(),
                        e.release(),
                        e.previous(),
                        strategy(e.strategy()),
                        DeploymentStatus.IN_PROGRESS,
                        StepViews.of(e.plan()),
                        null,
                        e.requestedBy(),
                        e.reason(),
                        e.warnings()));
            case RollbackRequested e ->
                Optional.of(empty(
                        e.rollbackId(),
                        e.to(),
                        e.from(),
                        "rollback",
                        DeploymentStatus.ROLLING_BACK,
                        List.of(),
                        null,
                        e.requestedBy(),
                        e.reason(),
                        null));
            default -> Optional.empty();
        };
    }

    DeploymentView apply(DeploymentView view) {
        ViewDraft draft = new ViewDraft(view);
        draft.position = position;
        draft.weights = after.weights();
        draft.instances = Instances.of(view, event, after);
        draft.checks = Checks.of(view, event);
        change(draft, view.deploymentId());
        return draft.view();
    }

    private void change(ViewDraft draft, String id) {
        switch (event) {
            case StepStarted e
            when e.runId().equals(id) -> {
                draft.stepStarted(e);
                draft.status = draft.rollback()
                        ? DeploymentStatus.ROLLING_BACK
                        : e.step() instanceof Step.AwaitApproval
                                ? DeploymentStatus.PENDING_APPROVAL
                                : DeploymentStatus.IN_PROGRESS;
            }
            case StepCompleted e when e.runId().equals(id) -> draft.stepCompleted(e);
            case StepFailed e when e.runId().equals(id) -> draft.failStep(e.index(), e.cause(), e.at());
            case HealthCheckFailed e
            when e.runId().equals(id) && draft.concerns(e.releaseId()) -> draft.failCurrentStep(e.cause(), e.at());
            case DeploymentPaused e when e.deploymentId().equals(id) -> draft.status = DeploymentStatus.PAUSED;
            case DeploymentResumed e when e.deploymentId().equals(id) -> draft.status = DeploymentStatus.IN_PROGRESS;
            case DeploymentAborted e
            when e.deploymentId().equals(id) ->
                draft.error = new Cause(
                        "deployment.aborted",
                        "Aborted by " + e.by() + ": " + e.reason(),
                        "Deploy again when it is time.");
            case DeploymentRetried e -> {
                draft.endedAt = null;
                draft.error = e.runId().equals(id) ? null : draft.error;
                draft.status = draft.rollback() || !e.runId().equals(id)
                        ? DeploymentStatus.ROLLING_BACK
                        : DeploymentStatus.IN_PROGRESS;
            }
            case DeploymentCompleted e
            when e.deploymentId().equals(id) -> draft.end(DeploymentStatus.COMPLETED, e.at());
            case DeploymentFailed e
            when e.deploymentId().equals(id) -> {
                draft.failCurrentStep(e.cause(), e.at());
                draft.end(DeploymentStatus.FAILED, e.at());
            }
            case RollbackRequested e
            when id.equals(e.deploymentId()) -> {
                draft.status = DeploymentStatus.ROLLING_BACK;
                draft.rollbackId = e.rollbackId();
                draft.currentStep = null;
                if (draft.error == null) {
                    draft.error = new Cause(
                            "deployment.rolled-back",
                            "Rolled back by " + e.requestedBy() + ": " + e.reason(),
                            "See the rollback: axiom deployment get " + e.rollbackId());
                }
                draft.skipUndone();
            }
            case RollbackStarted e when e.rollbackId().equals(id) -> draft.steps = StepViews.of(e.plan());
            case TrafficShifted e -> restored(draft, e);
            case RollbackCompleted e ->
                draft.end(
                        e.rollbackId().equals(id) ? DeploymentStatus.COMPLETED : DeploymentStatus.ROLLED_BACK, e.at());
            case RollbackFailed e -> {
                if (e.rollbackId().equals(id)) {
                    draft.failCurrentStep(e.cause(), e.at());
                }
                draft.end(DeploymentStatus.FAILED, e.at());
            }
            case StepStarted _,
                    StepCompleted _,
                    StepFailed _,
                    HealthCheckFailed _,
                    HealthCheckPassed _,
                    DeploymentStarted _,
                    DeploymentPaused _,
                    DeploymentResumed _,
                    DeploymentPromoted _,
                    DeploymentApproved _,
                    DeploymentAborted _,
                    DeploymentCompleted _,
                    DeploymentFailed _,
                    RollbackRequested _,
                    RollbackStarted _,
                    InstanceStarted _,
                    InstanceExited _,
                    InstanceStopped _,
                    ReleaseRetired _ -> {}
        }
    }

    /** A rollback has restored service when all traffic is on the release put back. */
    private void restored(ViewDraft draft, TrafficShifted e) {
        if (!(after.activity() instanceof RolloutState.RollingBack run) || draft.timeToRestore != null) {
            return;
        }
        Instant first = run.firstFailureAt() == null ? run.startedAt() : run.firstFailureAt();
        draft.timeToRestore =
                Math.max(0, java.time.Duration.between(first, e.at()).toMillis());
    }

    private DeploymentView empty(
            String id,
            @Nullable Release release,
            @Nullable Release previous,
            String strategy,
            DeploymentStatus status,
            List<DeploymentView.StepView> steps,
            @Nullable String currentStep,
            String requestedBy,
            @Nullable String reason,
            @Nullable List<String> warnings) {
        return new DeploymentView(
                id,
                after.environment(),
                after.component(),
                release == null ? "none" : release.version(),
                release == null ? "none" : release.id(),
                previous == null ? null : previous.version(),
                previous == null ? null : previous.id(),
                strategy,
                status,
                0,
                currentStep,
                steps,
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                requestedBy,
                reason,
                time,
                null,
                position,
                warnings);
    }

    private static String strategy(Strategy strategy) {
        return switch (strategy) {
            case Strategy.BlueGreen _ -> "blue-green";
            case Strategy.Rolling _ -> "rolling";
            case Strategy.Canary _ -> "canary";
        };
    }
}
