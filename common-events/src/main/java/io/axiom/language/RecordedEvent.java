package io.axiom.language;

import java.time.Instant;

/**
 * An event as the log holds it.
 *
 * @param context the bounded context whose log this is, for example {@code deployment}
 * @param position 1, 2, 3 … in commit order without gaps within the context
 * @param aggregateType for example {@code rollout}
 * @param aggregateId the stream
 * @param sequence 0, 1, 2 … within the stream
 * @param eventId unique over all contexts
 * @param type the logical versioned name, see {@link MessageType}
 * @param time when the command that led to it was handled
 */
public record RecordedEvent(
        String context,
        long position,
        String aggregateType,
        String aggregateId,
        long sequence,
        String eventId,
        String type,
        Event event,
        EventMetadata metadata,
        Instant time) {

    public EventReference reference() {
        return new EventReference(context, position);
    }
}
