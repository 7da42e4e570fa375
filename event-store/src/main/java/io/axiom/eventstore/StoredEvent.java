package io.axiom.eventstore;

/**
 * An event as the log holds it.
 *
 * @param position 1, 2, 3 … without gaps, in commit order
 * @param hash SHA-256 over the predecessor's hash and this event's own exact bytes
 */
public record StoredEvent(long position, NewEvent event, byte[] hash) {}
