package io.axiom.deployment.environment;

import io.axiom.deployment.environment.EnvironmentInput.ComponentBroke;
import io.axiom.deployment.environment.EnvironmentInput.ComponentReturned;
import io.axiom.deployment.environment.EnvironmentInput.GoBack;
import io.axiom.deployment.environment.EnvironmentState.GoingBack;
import io.axiom.deployment.rollout.Validation;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.EnvironmentEvent.ComponentPutBack;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackCompleted;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackFailed;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackStarted;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Begins a rollback of the whole environment and follows its components until all are back or one cannot be. */
final class GoingBackDecision {
    private GoingBackDecision() {}

    static Decision<EnvironmentEvent> begin(EnvironmentState state, GoBack command, CommandContext context) {
        EnvironmentRefusals.requireExists(state, command.environmentId());
        if (command.reason() == null || command.reason().isBlank()) {
            throw new RejectedException(EnvironmentRefusals.reasonMissing());
        }
        Validation.reason(command.reason());
        GoingBack going = state.goingBack();
        if (going != null && (!command.emergency() || going.emergency())) {
            throw new RejectedException(EnvironmentRefusals.goingBack(state.name(), going.rollbackId()));
        }
        if (command.planHash() != null
                && !command.planHash().equals(command.plan().hash())) {
            throw new RejectedException(EnvironmentRefusals.planChanged(command.plan()));
        }
        if (command.plan().changes().isEmpty()) {
            String why = command.plan().warnings().isEmpty()
                    ? "everything already is as it was then."
                    : String.join(" ", command.plan().warnings());
            throw new RejectedException(EnvironmentRefusals.nothingToDo(state.name(), why));
        }
        String id = state.name() + "-rollback-" + state.nextRollback();
        return Decision.accept(
                List.of(new EnvironmentRollbackStarted(
                        state.name(),
                        id,
                        command.plan(),
                        command.emergency(),
                        context.actor().name(),
                        command.reason(),
                        context.at())),
                Map.of("rollbackId", id, "planHash", command.plan().hash()));
    }

    static Decision<EnvironmentEvent> returned(EnvironmentState state, ComponentReturned report, Instant at) {
        GoingBack going = state.goingBack();
        if (going == null || !concerns(going, report.rollbackId(), report.component())) {
            return Decision.accept(List.of());
        }
        ComponentPutBack back =
                new ComponentPutBack(state.name(), report.rollbackId(), report.component(), report.runId(), at);
        Map<String, String> returned = new HashMap<>(going.returned());
        returned.put(report.component(), report.runId() == null ? "" : report.runId());
        return Decision.accept(
                returned.size() < going.plan().changes().size()
                        ? List.of(back)
                        : List.of(
                                back,
                                new EnvironmentRollbackCompleted(state.name(), report.rollbackId(), returned, at)));
    }

    static Decision<EnvironmentEvent> broke(EnvironmentState state, ComponentBroke report, Instant at) {
        GoingBack going = state.goingBack();
        return Decision.accept(
                going == null || !concerns(going, report.rollbackId(), report.component())
                        ? List.of()
                        : List.of(
                                new EnvironmentRollbackFailed(state.name(), report.rollbackId(), report.cause(), at)));
    }

    private static boolean concerns(GoingBack going, String rollbackId, String component) {
        return going.rollbackId().equals(rollbackId)
                && !going.returned().containsKey(component)
                && going.plan().changes().stream()
                        .anyMatch(change -> change.component().equals(component));
    }
}
