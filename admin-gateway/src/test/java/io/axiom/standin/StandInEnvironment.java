package io.axiom.standin;

import io.axiom.language.CommandContext;
import io.axiom.language.Rejection;
import io.axiom.language.deployment.EnvironmentCommand;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.EnvironmentCommand.EmergencyRollback;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentCreated;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackStarted;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.Target;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import java.util.List;
import java.util.Map;

/** Creates environments and counts emergencies. */
final class StandInEnvironment implements Decider<StandInEnvironment.State, EnvironmentCommand, EnvironmentEvent> {
    record State(int rollbacks) {}

    @Override
    public String aggregateType() {
        return "environment";
    }

    @Override
    public Class<EnvironmentCommand> commands() {
        return EnvironmentCommand.class;
    }

    @Override
    public Class<EnvironmentEvent> events() {
        return EnvironmentEvent.class;
    }

    @Override
    public State initial() {
        return new State(0);
    }

    @Override
    public Decision<EnvironmentEvent> decide(State state, EnvironmentCommand command, CommandContext context) {
        return switch (command) {
            case CreateEnvironment create ->
                Decision.accept(List.of(new EnvironmentCreated(
                        create.environmentId(),
                        new Target.Processes(null, null),
                        null,
                        Policy.DEFAULTS,
                        context.at())));
            case EmergencyRollback emergency
            when emergency.environmentId().equals("nowhere") ->
                Decision.refuse(new Rejection(
                        "environment.unknown",
                        Rejection.Kind.NOT_FOUND,
                        "There is no such environment.",
                        "List them."));
            case EmergencyRollback emergency -> {
                String id = emergency.environmentId() + ".rb" + (state.rollbacks() + 1);
                yield Decision.accept(
                        List.of(new EnvironmentRollbackStarted(
                                emergency.environmentId(),
                                id,
                                new RollbackPlan(
                                        emergency.environmentId(),
                                        "previous",
                                        0,
                                        null,
                                        List.of(),
                                        List.of(),
                                        null,
                                        "h"),
                                true,
                                context.actor().name(),
                                "emergency",
                                context.at())),
                        Map.of("rollbackId", id));
            }
            default -> Decision.accept(List.of());
        };
    }

    @Override
    public State evolve(State state, EnvironmentEvent event) {
        return event instanceof EnvironmentRollbackStarted ? new State(state.rollbacks() + 1) : state;
    }
}
