package io.axiom.deployment.rollback;

import io.axiom.deployment.environment.EnvironmentInput.GoBack;
import io.axiom.deployment.environment.EnvironmentInput.MarkPoint;
import io.axiom.deployment.rollout.Defaults;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.deployment.EnvironmentCommand.CreateRollbackPoint;
import io.axiom.language.deployment.EnvironmentCommand.EmergencyRollback;
import io.axiom.language.deployment.EnvironmentCommand.RollBackEnvironment;
import io.axiom.runtime.log.History;
import io.axiom.runtime.projection.Positions;
import org.springframework.stereotype.Component;

/** Looks up what rollbacks and rollback points of an environment need: the plan, the moment. */
@Component
public final class RollbackPreparations {
    private final RollbackPlanner planner;
    private final History history;
    private final Positions positions;
    private final Defaults defaults;

    public RollbackPreparations(RollbackPlanner planner, History history, Positions positions, Defaults defaults) {
        this.planner = planner;
        this.history = history;
        this.positions = positions;
        this.defaults = defaults;
    }

    public GoBack rollBack(RollBackEnvironment command) {
        return new GoBack(
                command.environmentId(),
                planner.plan(command.environmentId(), command.to(), command.component(), command.schema()),
                false,
                command.reason(),
                command.planHash());
    }

    public GoBack emergency(EmergencyRollback command) {
        String reason =
                command.reason() == null || command.reason().isBlank() ? "emergency rollback" : command.reason();
        return new GoBack(command.environmentId(), planner.emergency(command.environmentId()), true, reason, null);
    }

    public MarkPoint point(CreateRollbackPoint command) {
        long head = history.head();
        long position = command.position() == null ? head : command.position();
        if (position < 1 || position > head) {
            throw new RejectedException(new Rejection(
                    "rollback.position-unknown",
                    Rejection.Kind.INVALID,
                    "There is no position " + position + " in the deployment log.",
                    "Choose a position from 1 to " + head + ", or leave it out for now."));
        }
        return new MarkPoint(
                command.environmentId(),
                RollbackPoints.cut(position, positions),
                command.description(),
                null,
                defaults.maxRollbackPoints());
    }
}
