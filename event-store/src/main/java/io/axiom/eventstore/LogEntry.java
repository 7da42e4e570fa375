package io.axiom.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A stored event in the shapes Axon reads. */
final class LogEntry {
    private LogEntry() {}

    /** An event of an aggregate; {@code identifier} is what Axon calls the aggregate. */
    record OfAggregate(NewEvent event, String identifier) implements DomainEventData<byte[]> {
        @Override
        public String getType() {
            return event.aggregateType();
        }

        @Override
        public String getAggregateIdentifier() {
            return identifier;
        }

        @Override
        public long getSequenceNumber() {
            return event.sequence();
        }

        @Override
        public String getEventIdentifier() {
            return event.eventId();
        }

        @Override
        public Instant getTimestamp() {
            return event.time();
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return metadata(event);
        }

        @Override
        public SerializedObject<byte[]> getPayload() {
            return payload(event);
        }
    }

    /** An event that belongs to no aggregate. */
    record Plain(NewEvent event, long position) implements TrackedEventData<byte[]> {
        @Override
        public TrackingToken trackingToken() {
            return new GlobalSequenceTrackingToken(position);
        }

        @Override
        public String getEventIdentifier() {
            return event.eventId();
        }

        @Override
        public Instant getTimestamp() {
            return event.time();
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return metadata(event);
        }

        @Override
        public SerializedObject<byte[]> getPayload() {
            return payload(event);
        }
    }

    static SerializedObject<byte[]> metadata(NewEvent event) {
        return new SerializedMetaData<>(event.metadata(), byte[].class);
    }

    static SerializedObject<byte[]> payload(NewEvent event) {
        TypeName type = TypeName.parse(event.type());
        return new SimpleSerializedObject<>(event.payload(), byte[].class, type.name(), type.revision());
    }
}
