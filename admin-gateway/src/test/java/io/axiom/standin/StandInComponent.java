package io.axiom.standin;

import io.axiom.language.CommandContext;
import io.axiom.language.Rejection;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import java.util.List;
import java.util.Map;

/** Registers components and creates versions without asking much. */
final class StandInComponent implements Decider<StandInComponent.State, VersionCommand, VersionEvent> {
    record State(boolean registered) {}

    @Override
    public String aggregateType() {
        return "component";
    }

    @Override
    public Class<VersionCommand> commands() {
        return VersionCommand.class;
    }

    @Override
    public Class<VersionEvent> events() {
        return VersionEvent.class;
    }

    @Override
    public State initial() {
        return new State(false);
    }

    @Override
    public Decision<VersionEvent> decide(State state, VersionCommand command, CommandContext context) {
        return switch (command) {
            case RegisterComponent register ->
                state.registered()
                        ? Decision.refuse(new Rejection(
                                "component.exists", Rejection.Kind.CONFLICT, "It is registered already.", "Use it."))
                        : Decision.accept(
                                List.of(new ComponentRegistered(register.component(), register.description())));
            case CreateVersion create ->
                Decision.accept(
                        List.of(new VersionCreated(
                                create.component(), create.version(), List.of(), List.of(), create.run())),
                        Map.of("version", create.version()));
            default -> Decision.accept(List.of());
        };
    }

    @Override
    public State evolve(State state, VersionEvent event) {
        return new State(true);
    }
}
