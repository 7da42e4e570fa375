package io.axiom.deployment.environment;

import io.axiom.deployment.environment.EnvironmentInput.Asked;
import io.axiom.deployment.environment.EnvironmentInput.ComponentBroke;
import io.axiom.deployment.environment.EnvironmentInput.ComponentReturned;
import io.axiom.deployment.environment.EnvironmentInput.GoBack;
import io.axiom.deployment.environment.EnvironmentInput.MarkPoint;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.EnvironmentCommand;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.EnvironmentEvent.ComponentPutBack;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentCreated;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackCompleted;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackFailed;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackStarted;
import io.axiom.language.deployment.EnvironmentEvent.PolicyChanged;
import io.axiom.language.deployment.EnvironmentEvent.RollbackPointCreated;
import io.axiom.language.deployment.EnvironmentEvent.RollbackPointDeleted;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides what concerns an environment as a whole. */
public final class EnvironmentDecider implements Decider<EnvironmentState, EnvironmentInput, EnvironmentEvent> {
    public static final String AGGREGATE_TYPE = "environment";

    @Override
    public String aggregateType() {
        return AGGREGATE_TYPE;
    }

    @Override
    public Class<EnvironmentInput> commands() {
        return EnvironmentInput.class;
    }

    @Override
    public Class<EnvironmentEvent> events() {
        return EnvironmentEvent.class;
    }

    @Override
    public EnvironmentState initial() {
        return EnvironmentState.NONE;
    }

    @Override
    public Decision<EnvironmentEvent> decide(EnvironmentState state, EnvironmentInput input, CommandContext context) {
        try {
            return switch (input) {
                case Asked(EnvironmentCommand command) -> asked(state, command, context);
                case MarkPoint mark -> RollbackPoints.mark(state, mark, context);
                case GoBack goBack -> GoingBackDecision.begin(state, goBack, context);
                case ComponentReturned returned -> GoingBackDecision.returned(state, returned, context.at());
                case ComponentBroke broke -> GoingBackDecision.broke(state, broke, context.at());
            };
        } catch (RejectedException e) {
            return Decision.refuse(e.rejection());
        }
    }

    private static Decision<EnvironmentEvent> asked(
            EnvironmentState state, EnvironmentCommand command, CommandContext context) {
        return switch (command) {
            case EnvironmentCommand.CreateEnvironment create -> Settings.create(state, create, context.at());
            case EnvironmentCommand.ChangePolicy change -> Settings.change(state, change, context.at());
            case EnvironmentCommand.DeleteRollbackPoint delete -> RollbackPoints.delete(state, delete, context);
            case EnvironmentCommand.CreateRollbackPoint _,
                    EnvironmentCommand.RollBackEnvironment _,
                    EnvironmentCommand.EmergencyRollback _ ->
                throw new IllegalArgumentException(
                        command.getClass().getSimpleName() + " comes with what it needs looked up");
        };
    }

    @Override
    public EnvironmentState evolve(EnvironmentState state, EnvironmentEvent event) {
        return switch (event) {
            case EnvironmentCreated e -> state.created(e.environment(), e.at(), e.target(), e.router(), e.policy());
            case PolicyChanged e -> state.with(e.policy());
            case RollbackPointCreated e -> {
                List<EnvironmentState.Point> points = new ArrayList<>(state.points());
                points.add(new EnvironmentState.Point(
                        e.rollbackPointId(), e.cut(), e.description(), e.deploymentId(), e.at()));
                // A point made before a deployment says that there is something an emergency could take back again.
                yield state.withPoints(
                        points, state.nextPoint() + 1, state.emergencySpent() && e.deploymentId() == null);
            }
            case RollbackPointDeleted e -> {
                List<EnvironmentState.Point> points = new ArrayList<>(state.points());
                points.removeIf(point -> point.id().equals(e.rollbackPointId()));
                yield state.withPoints(points, state.nextPoint(), state.emergencySpent());
            }
            case EnvironmentRollbackStarted e ->
                state.with(
                        new EnvironmentState.GoingBack(e.rollbackId(), e.plan(), e.emergency(), Map.of()),
                        state.nextRollback() + 1,
                        e.emergency());
            case ComponentPutBack e -> state.goingBack() == null ? state : returned(state, state.goingBack(), e);
            case EnvironmentRollbackCompleted _, EnvironmentRollbackFailed _ ->
                state.with(null, state.nextRollback(), state.emergencySpent());
        };
    }

    private static EnvironmentState returned(
            EnvironmentState state, EnvironmentState.GoingBack going, ComponentPutBack event) {
        Map<String, String> returned = new HashMap<>(going.returned());
        returned.put(event.component(), event.runId() == null ? "" : event.runId());
        return state.with(
                new EnvironmentState.GoingBack(
                        going.rollbackId(), going.plan(), going.emergency(), Map.copyOf(returned)),
                state.nextRollback(),
                state.emergencySpent());
    }
}
