package io.axiom.runtime.aggregate;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/** The one Axon aggregate: it holds a {@link Decider}'s state and lets nothing but {@code evolve} change it. */
final class DeciderAggregate {
    @AggregateIdentifier
    private final String id;

    private final Decider<Object, Command, Event> decider;
    private Object state;

    DeciderAggregate(Decider<Object, Command, Event> decider, String id) {
        this.id = id;
        this.decider = decider;
        this.state = decider.initial();
    }

    Decision<Event> decide(Command command, CommandContext context, MetaData metadata) {
        Decision<Event> decision = decider.decide(state, command, context);
        if (decision instanceof Decision.Accepted<Event>(List<Event> events, var _)) {
            events.forEach(event -> AggregateLifecycle.apply(event, metadata));
        }
        return decision;
    }

    @EventSourcingHandler
    void on(Event event) {
        state = decider.evolve(state, event);
    }

    @Override
    public String toString() {
        return decider.aggregateType() + '/' + id;
    }
}
