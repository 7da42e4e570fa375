package io.axiom.eventstore;

/** What became of a command: where its events are and the answer that was stored with them. */
public record CommandOutcome(String commandId, Appended appended, byte[] outcome) {}
