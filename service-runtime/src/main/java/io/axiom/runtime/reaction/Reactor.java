package io.axiom.runtime.reaction;

import io.axiom.language.RecordedEvent;

/**
 * Acts on the world, or sends commands, because of this service's own events. Runs on one instance of the service at a time.
 * An event is delivered again when the process died before {@code react} returned, so actions are idempotent: they name a
 * desired state, and commands carry an id made from the event's. {@code react} must return soon; long work goes to threads
 * of its own, which {@link #resume} starts again.
 */
public interface Reactor {
    /** Stable; the position is stored under it. */
    String name();

    void react(RecordedEvent event) throws Exception;

    /** Called when this instance becomes the active one, before the first event: take up what was under way. */
    default void resume() throws Exception {}

    /** Called when this instance stops being the active one: start nothing new. */
    default void suspend() {}
}
