package io.axiom.gateway.audit;

import io.axiom.language.EventReference;
import io.axiom.language.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an event from a Kafka record: CloudEvents binary mode with Axiom's extension attributes. */
final class ArrivalReader {
    private static final Logger log = LoggerFactory.getLogger(ArrivalReader.class);

    private ArrivalReader() {}

    /** Empty for a record that is no event of this context; what wrote it was not a relay. */
    static Optional<Arrival> read(String context, ConsumerRecord<byte[], byte[]> message) {
        try {
            String cause = optional(message, Headers.CAUSATION_ID);
            return Optional.of(new Arrival(
                    new EventReference(context, Long.parseLong(required(message, Headers.POSITION))),
                    cause == null ? null : causeOf(cause),
                    message.offset(),
                    required(message, Headers.ID),
                    required(message, Headers.TYPE),
                    required(message, Headers.AGGREGATE_TYPE),
                    required(message, Headers.SUBJECT),
                    Long.parseLong(required(message, Headers.SEQUENCE)),
                    // As exact as PostgreSQL keeps it, so that the hash can be made again from the row.
                    Instant.parse(required(message, Headers.TIME)).truncatedTo(ChronoUnit.MICROS),
                    required(message, Headers.ACTOR),
                    orEmpty(optional(message, Headers.COMMAND_ID)),
                    orEmpty(optional(message, Headers.CORRELATION_ID)),
                    new String(message.value(), StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            log.warn("{} offset {} is not an event; skipped", message.topic(), message.offset(), e);
            return Optional.empty();
        }
    }

    private static @Nullable EventReference causeOf(String text) {
        try {
            return EventReference.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String required(ConsumerRecord<byte[], byte[]> message, String name) {
        String value = optional(message, name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
