package io.axiom.language;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What travels with a command besides its payload. Time and id come in here; nothing that decides reads a clock.
 *
 * @param commandId unique per intent; the same id delivered twice has its effect once and gets the same answer
 * @param actor the authenticated actor
 * @param at when the command was issued
 * @param correlationId ties together everything one user action led to; the first command's id unless given
 * @param cause the event that led to this command, null when a person or outside program did
 * @param traceparent W3C Trace Context, null when not traced
 */
public record CommandContext(
        String commandId,
        Actor actor,
        Instant at,
        String correlationId,
        @Nullable EventReference cause,
        @Nullable String traceparent) {

    public static CommandContext of(String commandId, Actor actor, Instant at) {
        return new CommandContext(commandId, actor, at, commandId, null, null);
    }

    /** The context of a command that {@code event} led to, issued by {@code actor}. */
    public static CommandContext causedBy(RecordedEvent event, String commandId, Actor actor, Instant at) {
        return new CommandContext(
                commandId,
                actor,
                at,
                event.metadata().correlationId(),
                event.reference(),
                event.metadata().traceparent());
    }
}
