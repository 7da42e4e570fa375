package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.RolloutCommand.ApproveDeployment;
import io.axiom.language.deployment.RolloutCommand.PauseDeployment;
import io.axiom.language.deployment.RolloutCommand.PromoteDeployment;
import io.axiom.language.deployment.RolloutCommand.ResumeDeployment;
import io.axiom.language.deployment.RolloutCommand.RetryDeployment;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentApproved;
import io.axiom.language.deployment.RolloutEvent.DeploymentPaused;
import io.axiom.language.deployment.RolloutEvent.DeploymentPromoted;
import io.axiom.language.deployment.RolloutEvent.DeploymentResumed;
import io.axiom.language.deployment.RolloutEvent.DeploymentRetried;
import io.axiom.language.deployment.RolloutEvent.StepCompleted;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.Step;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person steers a running deployment with. */
final class Control {
    private Control() {}

    static Decision<RolloutEvent> promote(RolloutState state, PromoteDeployment command, CommandContext context) {
        Validation.reason(command.reason());
        Deploying run = running(state, command.deploymentId());
        boolean full = Boolean.TRUE.equals(command.full());
        Step step = run.step();
        boolean waits = !run.stepDone() && step != null && Progress.isWait(step);
        if (run.paused()) {
            throw new RejectedException(Refusals.paused(run));
        }
        if (!waits && !full) {
            throw new RejectedException(Refusals.nothingToPromote(run));
        }
        String by = context.actor().name();
        List<RolloutEvent> events = new ArrayList<>();
        events.add(new DeploymentPromoted(run.runId(), by, full, command.reason(), context.at()));
        if (waits) {
            events.add(new StepCompleted(run.runId(), run.index(), run.attempt(), "promoted by " + by, context.at()));
            events.addAll(Progress.proceed(state, run, full || run.skipWaits(), context.at()));
        }
        return accept(events, run);
    }

    static Decision<RolloutEvent> pause(RolloutState state, PauseDeployment command, CommandContext context) {
        Validation.reason(command.reason());
        Deploying run = running(state, command.deploymentId());
        return accept(
                run.paused()
                        ? List.of()
                        : List.of(new DeploymentPaused(
                                run.runId(), context.actor().name(), command.reason(), context.at())),
                run);
    }

    static Decision<RolloutEvent> resume(RolloutState state, ResumeDeployment command, CommandContext context) {
        Validation.reason(command.reason());
        Deploying run = running(state, command.deploymentId());
        if (!run.paused()) {
            return accept(List.of(), run);
        }
        DeploymentResumed resumed =
                new DeploymentResumed(run.runId(), context.actor().name(), command.reason(), context.at());
        List<RolloutEvent> events = new ArrayList<>();
        events.add(resumed);
        RolloutState after = Evolution.apply(state, resumed);
        if (run.stepDone() && after.activity() instanceof Deploying unpaused) {
            events.addAll(Progress.proceed(after, unpaused, context.at()));
        }
        return accept(events, run);
    }

    static Decision<RolloutEvent> approve(RolloutState state, ApproveDeployment command, CommandContext context) {
        Validation.reason(command.comment());
        Deploying run = running(state, command.deploymentId());
        if (run.stepDone() || !(run.step() instanceof Step.AwaitApproval step)) {
            throw new RejectedException(Refusals.nothingToApprove(run));
        }
        String by = context.actor().name();
        if (by.equals(run.requestedBy())) {
            throw new RejectedException(Refusals.notApprover(run, by, "who asked for it cannot approve it."));
        }
        if (!step.approvers().isEmpty() && !step.approvers().contains(by)) {
            throw new RejectedException(Refusals.notApprover(run, by, "it is not one of its approvers."));
        }
        List<RolloutEvent> events = new ArrayList<>();
        events.add(new DeploymentApproved(run.runId(), by, command.comment(), context.at()));
        events.addAll(Progress.complete(state, run, "approved by " + by, context.at()));
        return accept(events, run);
    }

    static Decision<RolloutEvent> retry(RolloutState state, RetryDeployment command, CommandContext context) {
        Validation.reason(command.reason());
        if (!(state.activity() instanceof Stuck stuck) || !stuck.run().runId().equals(command.deploymentId())) {
            known(state, command.deploymentId());
            throw new RejectedException(Refusals.nothingToRetry(command.deploymentId()));
        }
        Run run = stuck.run();
        Instant at = context.at();
        Instant limit = switch (run) {
            case Deploying deploying -> at.plus(deploying.progressDeadline());
            case RollingBack _ -> at.plus(WayBack.STEP_WITHIN);
        };
        Step step = run.plan().get(run.index());
        return Decision.accept(
                List.of(
                        new DeploymentRetried(run.runId(), context.actor().name(), command.reason(), at),
                        new StepStarted(
                                run.runId(),
                                run.index(),
                                run.attempt() + 1,
                                step,
                                at,
                                Progress.deadline(step, at, limit))),
                Map.of("deploymentId", run.runId()));
    }

    /** The running deployment of this id, or a refusal that says what it is instead. */
    private static Deploying running(RolloutState state, String deploymentId) {
        if (state.activity() instanceof Deploying run && run.runId().equals(deploymentId)) {
            return run;
        }
        throw new RejectedException(Refusals.notRunning(known(state, deploymentId), deploymentId));
    }

    /** Refuses ids that were never given to a run. */
    static RolloutState known(RolloutState state, String deploymentId) {
        if (DeploymentId.parse(deploymentId).number() >= state.nextRun()) {
            throw new RejectedException(Refusals.unknown(deploymentId));
        }
        return state;
    }

    private static Decision<RolloutEvent> accept(List<RolloutEvent> events, Deploying run) {
        return Decision.accept(events, Map.of("deploymentId", run.runId()));
    }
}
