package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutInput.InstanceDown;
import io.axiom.deployment.rollout.RolloutInput.InstanceLost;
import io.axiom.deployment.rollout.RolloutInput.InstanceUp;
import io.axiom.deployment.rollout.RolloutState.Instance;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.InstanceExited;
import io.axiom.language.deployment.RolloutEvent.InstanceStarted;
import io.axiom.language.deployment.RolloutEvent.InstanceStopped;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.List;

/** Records what became of instances. What is known already is not recorded again, whatever run it is reported from. */
final class Instances {
    private Instances() {}

    static Decision<RolloutEvent> up(RolloutState state, InstanceUp report, Instant at) {
        Instance instance =
                new Instance(report.instanceId(), report.releaseId(), report.host(), report.port(), report.pid(), true);
        return instance.equals(state.instances().get(report.instanceId()))
                ? Decision.accept(List.of())
                : Decision.accept(List.of(new InstanceStarted(
                        report.runId(),
                        report.instanceId(),
                        report.releaseId(),
                        report.host(),
                        report.port(),
                        report.pid(),
                        at)));
    }

    static Decision<RolloutEvent> lost(RolloutState state, InstanceLost report, Instant at) {
        Instance known = state.instances().get(report.instanceId());
        return known == null || !known.running()
                ? Decision.accept(List.of())
                : Decision.accept(List.of(new InstanceExited(
                        report.instanceId(), report.releaseId(), report.exitCode(), report.detail(), at)));
    }

    static Decision<RolloutEvent> down(RolloutState state, InstanceDown report, Instant at) {
        return state.instances().containsKey(report.instanceId())
                ? Decision.accept(List.of(new InstanceStopped(report.instanceId(), report.releaseId(), at)))
                : Decision.accept(List.of());
    }
}
