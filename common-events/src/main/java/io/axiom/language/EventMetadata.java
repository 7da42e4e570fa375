package io.axiom.language;

import org.jspecify.annotations.Nullable;

/**
 * Who and what led to an event.
 *
 * @param cause the event this one's command reacted to, null for a command from outside
 */
public record EventMetadata(
        String commandId,
        String correlationId,
        @Nullable EventReference cause,
        Actor actor,
        @Nullable String traceparent) {}
