package io.axiom.gateway.audit;

import io.axiom.language.EventReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from Kafka, not yet in the audit log.
 *
 * @param source where it stands in its own context's log
 * @param cause the event that led to it
 * @param offset in its Kafka partition
 * @param actor in text form, {@code name;ROLE}
 * @param payload the event's JSON, exactly as relayed
 */
record Arrival(
        EventReference source,
        @Nullable EventReference cause,
        long offset,
        String eventId,
        String type,
        String aggregateType,
        String aggregateId,
        long sequence,
        Instant time,
        String actor,
        String commandId,
        String correlationId,
        String payload) {}
