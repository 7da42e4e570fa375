package io.axiom.runtime.counter;

import io.axiom.language.Command;
import io.axiom.language.MessageType;

public sealed interface CounterCommand extends Command {
    String counter();

    @Override
    default String aggregateId() {
        return counter();
    }

    @MessageType("counter.Add.v1")
    record Add(String counter, int amount) implements CounterCommand {}

    /** Does nothing when the counter is at zero. */
    @MessageType("counter.Reset.v1")
    record Reset(String counter, String reason) implements CounterCommand {}

    /** Its decision fails in a way nobody foresaw. */
    @MessageType("counter.Break.v1")
    record Break(String counter) implements CounterCommand {}
}
