package io.axiom.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event to append, in its exact stored bytes.
 *
 * @param sequence 0, 1, 2 … within the stream; appending is refused when it is taken or would leave a gap in the stream
 * @param type logical versioned name
 * @param payload JSON, UTF-8
 * @param metadata JSON, UTF-8
 * @param time whole microseconds; what is finer is cut off
 */
public record NewEvent(
        String aggregateType,
        String aggregateId,
        long sequence,
        String eventId,
        String type,
        byte[] payload,
        byte[] metadata,
        Instant time) {
    public NewEvent {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }
}
