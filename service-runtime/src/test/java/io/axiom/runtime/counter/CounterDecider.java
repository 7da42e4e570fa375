package io.axiom.runtime.counter;

import io.axiom.language.CommandContext;
import io.axiom.language.Rejection;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import java.util.List;
import java.util.Map;

/** Counts up to a hundred. */
public final class CounterDecider implements Decider<CounterDecider.Counter, CounterCommand, CounterEvent> {

    public record Counter(int value) {}

    @Override
    public String aggregateType() {
        return "counter";
    }

    @Override
    public Class<CounterCommand> commands() {
        return CounterCommand.class;
    }

    @Override
    public Class<CounterEvent> events() {
        return CounterEvent.class;
    }

    @Override
    public Counter initial() {
        return new Counter(0);
    }

    @Override
    public Decision<CounterEvent> decide(Counter state, CounterCommand command, CommandContext context) {
        return switch (command) {
            case CounterCommand.Add(String counter, int amount) -> {
                int sum = state.value() + amount;
                yield sum > 100
                        ? Decision.refuse(new Rejection(
                                "counter.full", Rejection.Kind.CONFLICT, "It would be " + sum + ".", "Add less."))
                        : Decision.accept(
                                List.of(new CounterEvent.Added(counter, amount)),
                                Map.of("value", Integer.toString(sum)));
            }
            case CounterCommand.Reset(String counter, String reason) ->
                state.value() == 0
                        ? Decision.accept(List.of())
                        : Decision.accept(List.of(new CounterEvent.WasReset(counter, reason)));
            case CounterCommand.Break _ -> throw new IllegalStateException("broken on purpose");
        };
    }

    @Override
    public Counter evolve(Counter state, CounterEvent event) {
        return switch (event) {
            case CounterEvent.Added added -> new Counter(state.value() + added.amount());
            case CounterEvent.WasReset _ -> new Counter(0);
        };
    }
}
