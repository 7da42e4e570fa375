package io.axiom.runtime.kafka;

import io.axiom.eventstore.NewEvent;
import io.axiom.eventstore.StoredEvent;
import io.axiom.language.Actor;
import io.axiom.language.EventMetadata;
import io.axiom.language.EventReference;
import io.axiom.language.Headers;
import io.axiom.language.RecordedEvent;
import io.axiom.language.Topics;
import io.axiom.language.json.Json;
import io.axiom.runtime.log.EventCodec;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Events as Kafka records: CloudEvents 1.0 in binary mode, with our extensions. */
public final class EventRecords {
    private EventRecords() {}

    static ProducerRecord<String, byte[]> record(String context, StoredEvent stored) {
        NewEvent event = stored.event();
        EventMetadata metadata = Json.lenient().readValue(event.metadata(), EventMetadata.class);
        CloudEventBuilder cloudEvent = CloudEventBuilder.v1()
                .withId(event.eventId())
                .withSource(URI.create("/axiom/" + context))
                .withType(event.type())
                .withSubject(event.aggregateId())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension(attribute(Headers.AGGREGATE_TYPE), event.aggregateType())
                .withExtension(attribute(Headers.POSITION), Long.toString(stored.position()))
                .withExtension(attribute(Headers.SEQUENCE), Long.toString(event.sequence()))
                .withExtension(attribute(Headers.COMMAND_ID), metadata.commandId())
                .withExtension(attribute(Headers.CORRELATION_ID), metadata.correlationId())
                .withExtension(attribute(Headers.ACTOR), metadata.actor().toString())
                .withData(event.payload());
        EventReference cause = metadata.cause();
        if (cause != null) {
            cloudEvent.withExtension(attribute(Headers.CAUSATION_ID), cause.toString());
        }
        String traceparent = metadata.traceparent();
        if (traceparent != null) {
            cloudEvent.withExtension(attribute(Headers.TRACEPARENT), traceparent);
        }
        CloudEvent built = cloudEvent.build();
        return KafkaMessageFactory.<String>createWriter(
                        Topics.events(context), 0, event.time().toEpochMilli(), event.aggregateId())
                .writeBinary(built);
    }

    private static String attribute(String header) {
        return header.substring("ce_".length());
    }

    /** Reads an event from its topic. */
    public static RecordedEvent event(String context, ConsumerRecord<String, byte[]> record, EventCodec codec) {
        String type = require(record, Headers.TYPE);
        String cause = text(record, Headers.CAUSATION_ID);
        return new RecordedEvent(
                context,
                position(record),
                require(record, Headers.AGGREGATE_TYPE),
                require(record, Headers.SUBJECT),
                Long.parseLong(require(record, Headers.SEQUENCE)),
                require(record, Headers.ID),
                type,
                codec.event(type, record.value()),
                new EventMetadata(
                        require(record, Headers.COMMAND_ID),
                        require(record, Headers.CORRELATION_ID),
                        cause == null ? null : EventReference.parse(cause),
                        Actor.parse(require(record, Headers.ACTOR)),
                        text(record, Headers.TRACEPARENT)),
                Instant.parse(require(record, Headers.TIME)));
    }

    static long position(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(require(record, Headers.POSITION));
    }

    private static String require(ConsumerRecord<String, byte[]> record, String header) {
        String value = text(record, header);
        if (value == null) {
            throw new IllegalArgumentException("Record " + record.topic() + '/' + record.partition() + '@'
                    + record.offset() + " has no " + header);
        }
        return value;
    }

    static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
