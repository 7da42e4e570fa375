package io.axiom.deployment.rollback;

import io.axiom.deployment.environment.EnvironmentInput.ComponentBroke;
import io.axiom.deployment.environment.EnvironmentInput.ComponentReturned;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutInput.PutBack;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.RecordedEvent;
import io.axiom.language.Reply;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackStarted;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.RolloutEvent.RollbackCompleted;
import io.axiom.language.deployment.RolloutEvent.RollbackFailed;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.log.History;
import io.axiom.runtime.reaction.Reactor;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries a rollback of an environment to its components, and their ends back to it. */
@Component
final class EnvironmentRollback implements Reactor {
    private final Commands commands;
    private final History history;
    private final Clock clock;
    private final RolloutDecider rollouts = new RolloutDecider();

    EnvironmentRollback(Commands commands, History history, Clock clock) {
        this.commands = commands;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "environment-rollback";
    }

    @Override
    public void react(RecordedEvent recorded) {
        switch (recorded.event()) {
            case EnvironmentRollbackStarted started ->
                started.plan().changes().forEach(change -> putBack(recorded, started, change));
            case RollbackCompleted completed -> ended(recorded, completed.rollbackId(), null);
            case RollbackFailed failed -> ended(recorded, failed.rollbackId(), failed.cause());
            default -> {}
        }
    }

    private void putBack(RecordedEvent recorded, EnvironmentRollbackStarted started, RollbackPlan.Change change) {
        String rolloutId = DeploymentId.rolloutId(started.environment(), change.component());
        PutBack putBack = new PutBack(
                rolloutId,
                started.rollbackId(),
                change.toRelease(),
                change.instances(),
                started.emergency(),
                SchemaRollback.orLossless(started.plan().schema()),
                started.reason());
        // In the name of who asked, so that the component's own history says it.
        Reply reply = send(
                recorded,
                putBack,
                "put-back/" + started.rollbackId() + '/' + change.component(),
                Actor.service(started.requestedBy()));
        switch (reply) {
            case Reply.Accepted accepted -> {
                String runId = accepted.result().get("rollbackId");
                if (runId == null || accepted.result().containsKey("joined")) {
                    returned(recorded, started.environment(), started.rollbackId(), change.component(), runId);
                }
            }
            case Reply.Rejected rejected ->
                broke(
                        recorded,
                        started.environment(),
                        started.rollbackId(),
                        change.component(),
                        new Cause(
                                rejected.rejection().code(),
                                rejected.rejection().detail(),
                                rejected.rejection().next()));
        }
    }

    /** The state just before the end still says which rollback of the environment the run was a part of. */
    private void ended(RecordedEvent recorded, String runId, @Nullable Cause cause) {
        RolloutState before = history.stateOf(rollouts, recorded.aggregateId(), recorded.position() - 1)
                .state();
        if (before.activity() instanceof RollingBack run
                && run.runId().equals(runId)
                && run.environmentRollbackId() != null) {
            if (cause == null) {
                returned(recorded, before.environment(), run.environmentRollbackId(), before.component(), runId);
            } else {
                broke(recorded, before.environment(), run.environmentRollbackId(), before.component(), cause);
            }
        }
    }

    private void returned(
            RecordedEvent recorded, String environment, String rollbackId, String component, @Nullable String runId) {
        send(
                recorded,
                new ComponentReturned(environment, rollbackId, component, runId),
                "returned/" + rollbackId + '/' + component,
                RollbackPoints.ACTOR);
    }

    private void broke(RecordedEvent recorded, String environment, String rollbackId, String component, Cause cause) {
        send(
                recorded,
                new ComponentBroke(environment, rollbackId, component, cause),
                "broke/" + rollbackId + '/' + component,
                RollbackPoints.ACTOR);
    }

    private Reply send(RecordedEvent recorded, Command command, String commandId, Actor actor) {
        return commands.send(command, CommandContext.causedBy(recorded, commandId, actor, clock.instant()))
                .join();
    }
}
