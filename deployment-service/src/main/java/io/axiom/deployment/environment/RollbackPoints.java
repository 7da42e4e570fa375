package io.axiom.deployment.environment;

import io.axiom.deployment.environment.EnvironmentInput.MarkPoint;
import io.axiom.deployment.environment.EnvironmentState.Point;
import io.axiom.deployment.rollout.Validation;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.EnvironmentCommand.DeleteRollbackPoint;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.EnvironmentEvent.RollbackPointCreated;
import io.axiom.language.deployment.EnvironmentEvent.RollbackPointDeleted;
import io.axiom.runtime.aggregate.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates and deletes rollback points, and keeps only the newest. */
final class RollbackPoints {
    private static final int MAX_DESCRIPTION = 500;

    private RollbackPoints() {}

    static Decision<EnvironmentEvent> mark(EnvironmentState state, MarkPoint mark, CommandContext context) {
        EnvironmentRefusals.requireExists(state, mark.environmentId());
        if (mark.description().isBlank() || mark.description().length() > MAX_DESCRIPTION) {
            throw Validation.invalid(
                    "description",
                    "The description has " + mark.description().length() + " characters.",
                    "Give 1 to " + MAX_DESCRIPTION + " characters.");
        }
        String id = "rb-" + state.nextPoint();
        List<EnvironmentEvent> events = new ArrayList<>();
        events.add(new RollbackPointCreated(
                state.name(),
                id,
                mark.cut(),
                mark.description(),
                mark.deploymentId(),
                context.actor().name(),
                context.at()));
        int keep = state.policy().maxRollbackPoints() == null
                ? mark.keep()
                : state.policy().maxRollbackPoints();
        int surplus = state.points().size() + 1 - keep;
        for (Point old :
                state.points().subList(0, Math.clamp(surplus, 0, state.points().size()))) {
            events.add(new RollbackPointDeleted(
                    state.name(),
                    old.id(),
                    "axiom",
                    "only the newest " + keep + " are kept (MAX_ROLLBACK_POINTS)",
                    context.at()));
        }
        return Decision.accept(
                events, Map.of("rollbackPointId", id, "cut", mark.cut().toString()));
    }

    static Decision<EnvironmentEvent> delete(
            EnvironmentState state, DeleteRollbackPoint command, CommandContext context) {
        EnvironmentRefusals.requireExists(state, command.environmentId());
        Validation.reason(command.reason());
        if (state.points().stream().noneMatch(point -> point.id().equals(command.rollbackPointId()))) {
            throw new RejectedException(
                    EnvironmentRefusals.pointUnknown(command.environmentId(), command.rollbackPointId()));
        }
        return Decision.accept(
                List.of(new RollbackPointDeleted(
                        state.name(),
                        command.rollbackPointId(),
                        context.actor().name(),
                        command.reason() == null ? "" : command.reason(),
                        context.at())),
                Map.of("rollbackPointId", command.rollbackPointId()));
    }
}
