package io.axiom.deployment.rollback;

import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.language.Actor;
import io.axiom.language.Texts;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.RolloutCommand.RequestRollback;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.runtime.log.History;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A failed check of the release that is being brought out takes it back, where the deployment says so. It acts by a command like
 * anyone else's. The command's id is made from the event's, so however many times and ways it is sent it is done once.
 */
@Component
public final class RollbackPolicy {
    public static final Actor ACTOR = Actor.service("rollback-policy");
    private static final int LONGEST_REASON = 600;

    private final History history;
    private final RolloutDecider rollouts = new RolloutDecider();

    public RollbackPolicy(History history) {
        this.history = history;
    }

    public static String commandId(String eventId) {
        return RolloutDecider.POLICY_COMMAND + eventId;
    }

    /** The command this event calls for now; empty when what it is about is over or is not to be rolled back. */
    public Optional<RequestRollback> on(String rolloutId, HealthCheckFailed event) {
        RolloutState state = history.stateOf(rollouts, rolloutId, History.NOW).state();
        boolean concerned = state.activity() instanceof Deploying run
                && run.rollbackOnFailure()
                && run.runId().equals(event.runId())
                && run.release().id().equals(event.releaseId());
        if (!concerned) {
            return Optional.empty();
        }
        DeploymentId id = DeploymentId.parse(event.runId());
        String reason = event.check() + " failed: " + event.cause().detail();
        return Optional.of(new RequestRollback(
                id.environment(), id.component(), null, Texts.shorten(reason, LONGEST_REASON), event.runId(), null));
    }
}
