package io.axiom.eventstore;

/** The log already has an event with this id. Nothing of this append was stored. */
public final class DuplicateEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DuplicateEventException(String eventId) {
        super("The log already has the event " + eventId, null, false, false);
    }
}
