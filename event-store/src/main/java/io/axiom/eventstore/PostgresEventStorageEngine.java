package io.axiom.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's events in a {@link PostgresEventLog}. The event serializer gives types their stored, logical names. An aggregate is
 * identified to Axon as {@code <type>/<id>}, or by the id alone as long as no two types share it. A command's outcome comes
 * from {@link PendingOutcome}; {@link DuplicateCommandException} and {@link LogUnavailableException} reach the caller as they
 * are, conflicts as Axon's {@code ConcurrencyException}.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {
    private final PostgresEventLog log;

    private PostgresEventStorageEngine(Builder builder) {
        super(builder);
        this.log = builder.requiredLog();
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> appended = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            appended.add(StoredForm.of(event, serializer));
        }
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
        Optional<PendingOutcome> outcome = Optional.ofNullable(unitOfWork).flatMap(PendingOutcome::takeFrom);
        try {
            Appended where = log.append(new Append(
                            outcome.map(PendingOutcome::commandId).orElse(null),
                            appended,
                            outcome.map(PendingOutcome::outcome).orElse(null)))
                    .join();
            if (unitOfWork != null) {
                PendingOutcome.appended(unitOfWork, where);
            }
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case SequenceConflictException conflict -> handlePersistenceException(conflict, find(events, conflict));
                case DuplicateEventException duplicate -> handlePersistenceException(duplicate, events.getFirst());
                case RuntimeException other -> throw other;
                case null, default -> throw e;
            }
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        log.snapshots().store(StoredForm.of(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return stream(aggregateIdentifier, log.snapshots().aggregateTypes(aggregateIdentifier))
                .map(key -> log.snapshots().read(key.aggregateType(), key.aggregateId()))
                .orElse(List.of())
                .stream()
                .map(snapshot -> new LogEntry.OfAggregate(snapshot, aggregateIdentifier));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token, int batchSize) {
        return log.read(position(token), batchSize).stream()
                .map(PostgresEventStorageEngine::tracked)
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return stream(aggregateIdentifier, null)
                .map(key -> log.readStream(
                        key.aggregateType(), key.aggregateId(), firstSequenceNumber, Long.MAX_VALUE, batchSize))
                .orElse(List.of())
                .stream()
                .map(stored -> new LogEntry.OfAggregate(stored.event(), aggregateIdentifier))
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return stream(aggregateIdentifier, null).flatMap(key -> {
            var last = log.reader().lastSequence(key.aggregateType(), key.aggregateId());
            return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
        });
    }

    /** Before the first event. */
    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        long before = log.reader().firstPositionFrom(instant).orElseGet(() -> log.head() + 1) - 1;
        return new GlobalSequenceTrackingToken(before);
    }

    private Optional<StreamKey> stream(String identifier, @Nullable List<String> types) {
        int slash = identifier.indexOf('/');
        if (slash > 0) {
            StreamKey named = new StreamKey(identifier.substring(0, slash), identifier.substring(slash + 1));
            if (log.reader()
                    .lastSequence(named.aggregateType(), named.aggregateId())
                    .isPresent()) {
                return Optional.of(named);
            }
        }
        List<String> found = types == null ? log.reader().aggregateTypes(identifier) : types;
        if (found.size() > 1) {
            throw new EventStoreException(
                    "The aggregate " + identifier + " is one of " + found + "; identify it as <type>/" + identifier);
        }
        return found.stream().findFirst().map(type -> new StreamKey(type, identifier));
    }

    private static TrackedEventData<?> tracked(StoredEvent stored) {
        NewEvent event = stored.event();
        return event.aggregateType().isEmpty()
                ? new LogEntry.Plain(event, stored.position())
                : new TrackedDomainEventData<>(
                        new GlobalSequenceTrackingToken(stored.position()),
                        new LogEntry.OfAggregate(event, event.aggregateId()));
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null
                ? 0
                : token.position().orElseThrow(() -> new IllegalArgumentException("No position in " + token));
    }

    private static EventMessage<?> find(List<? extends EventMessage<?>> events, SequenceConflictException conflict) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> domain
                    && domain.getSequenceNumber() == conflict.sequence()
                    && AggregateName.of(domain)
                            .equals(new StreamKey(conflict.aggregateType(), conflict.aggregateId()))) {
                return event;
            }
        }
        return events.getFirst();
    }

    /** Builds the engine; {@link #log} and the serializers are required. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {
        private static final int BATCH = 1_000;
        private @Nullable PostgresEventLog log;

        private Builder() {
            batchSize(BATCH);
            persistenceExceptionResolver(
                    e -> e instanceof SequenceConflictException || e instanceof DuplicateEventException);
        }

        public Builder log(PostgresEventLog eventLog) {
            this.log = eventLog;
            return this;
        }

        private PostgresEventLog requiredLog() {
            if (log == null) {
                throw new org.axonframework.common.AxonConfigurationException("The engine needs a log");
            }
            return log;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            super.persistenceExceptionResolver(resolver);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter filter) {
            super.snapshotFilter(filter);
            return this;
        }

        @Override
        public Builder batchSize(int events) {
            super.batchSize(events);
            return this;
        }

        public PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }
    }

    /** Messages as they are stored. */
    private static final class StoredForm {
        private StoredForm() {}

        static NewEvent of(EventMessage<?> message, Serializer serializer) {
            SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
            SerializedObject<byte[]> metadata = message.serializeMetaData(serializer, byte[].class);
            StreamKey stream = message instanceof DomainEventMessage<?> domain
                    ? AggregateName.of(domain)
                    : new StreamKey("", message.getIdentifier());
            return new NewEvent(
                    stream.aggregateType(),
                    stream.aggregateId(),
                    message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0,
                    message.getIdentifier(),
                    TypeName.format(payload.getType()),
                    payload.getData(),
                    metadata.getData(),
                    message.getTimestamp());
        }
    }
}
