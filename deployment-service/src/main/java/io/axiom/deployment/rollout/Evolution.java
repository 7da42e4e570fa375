package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutState.Activity;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.Instance;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.deployment.rollout.RolloutState.Verdict;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each event makes of a rollout's state. A forgotten event does not compile. */
final class Evolution {
    private Evolution() {}

    static RolloutState apply(RolloutState state, RolloutEvent event) {
        return switch (event) {
            case DeploymentStarted e -> RunEvolution.started(state, e);
            case RollbackRequested e -> RunEvolution.requested(state, e);
            case RollbackStarted e -> RunEvolution.rollbackStarted(state, e);
            case StepStarted e -> RunEvolution.stepStarted(state, e);
            case StepCompleted e -> RunEvolution.stepCompleted(state, e);
            case DeploymentPaused e -> RunEvolution.paused(state, e);
            case DeploymentResumed e -> RunEvolution.resumed(state, e);
            case DeploymentPromoted e -> RunEvolution.promoted(state, e);
            case DeploymentRetried e -> RunEvolution.retried(state, e);
            case DeploymentCompleted e -> EndEvolution.completed(state, e);
            case RollbackCompleted e -> EndEvolution.rolledBack(state, e);
            case DeploymentFailed e -> stuck(state, e.cause(), e.at());
            case RollbackFailed e -> stuck(state, e.cause(), e.at());
            case ReleaseRetired e -> state.withWarm(null).withScale(e.releaseId(), 0);
            case InstanceStarted e ->
                instance(state, new Instance(e.instanceId(), e.releaseId(), e.host(), e.port(), e.pid(), true));
            case InstanceExited e -> exited(state, e);
            case InstanceStopped e -> stopped(state, e);
            case TrafficShifted e -> shifted(state, e);
            case HealthCheckPassed e -> verdict(state, new Verdict(e.releaseId(), e.check(), true, null, null));
            case HealthCheckFailed e ->
                verdict(state, new Verdict(e.releaseId(), e.check(), false, e.cause(), e.firstFailureAt()));
            // What these lead to is said by the events that follow them in the same decision.
            case DeploymentApproved _, DeploymentAborted _, StepFailed _ -> state;
        };
    }

    private static RolloutState stuck(
            RolloutState state, io.axiom.language.deployment.Cause cause, java.time.Instant at) {
        return state.activity() instanceof Run run ? state.with(new Stuck(run, cause, at)) : state;
    }

    private static RolloutState instance(RolloutState state, Instance instance) {
        Map<String, Instance> instances = new HashMap<>(state.instances());
        instances.put(instance.instanceId(), instance);
        return state.withInstances(instances);
    }

    private static RolloutState exited(RolloutState state, InstanceExited event) {
        Instance known = state.instances().get(event.instanceId());
        return known == null
                ? state
                : instance(
                        state,
                        new Instance(
                                known.instanceId(), known.releaseId(), known.host(), known.port(), known.pid(), false));
    }

    private static RolloutState stopped(RolloutState state, InstanceStopped event) {
        Map<String, Instance> instances = new HashMap<>(state.instances());
        instances.remove(event.instanceId());
        return EndEvolution.forgetUnneeded(state.withInstances(instances));
    }

    private static RolloutState shifted(RolloutState state, TrafficShifted event) {
        Activity activity = state.activity() instanceof Stuck stuck ? stuck.run() : state.activity();
        return switch (activity) {
            case Deploying run
            when run.step() instanceof Step.ShiftTraffic step -> state.withTraffic(event.weights(), step.matches());
            case Deploying _, RollingBack _, Idle _, Stuck _ -> state.withTraffic(event.weights(), List.of());
        };
    }

    private static RolloutState verdict(RolloutState state, Verdict verdict) {
        Map<String, Verdict> verdicts = new HashMap<>(state.verdicts());
        verdicts.put(Verdict.key(verdict.releaseId(), verdict.check()), verdict);
        return state.withVerdicts(verdicts);
    }
}
