package io.axiom.runtime.counter;

import io.axiom.language.Event;
import io.axiom.language.MessageType;

public sealed interface CounterEvent extends Event {
    String counter();

    @MessageType("counter.Added.v1")
    record Added(String counter, int amount) implements CounterEvent {}

    @MessageType("counter.WasReset.v1")
    record WasReset(String counter, String reason) implements CounterEvent {}
}
