package io.axiom.eventstore;

/**
 * Where an append went.
 *
 * @param firstPosition of its first event; when it had none, one more than {@code lastPosition}
 * @param lastPosition of its last event; when it had none, the log's head at that moment
 */
public record Appended(long firstPosition, long lastPosition) {}
