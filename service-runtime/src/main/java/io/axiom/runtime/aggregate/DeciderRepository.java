package io.axiom.runtime.aggregate;

import io.axiom.language.Command;
import io.axiom.language.Event;
import io.axiom.language.RecordedEvent;
import io.axiom.runtime.log.History;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Loads the aggregates of one {@link Decider}. Axon finds streams by id alone; here, as in the log, they are found by type and
 * id, so an environment and a rollout may share a name.
 */
final class DeciderRepository extends CachingEventSourcingRepository<DeciderAggregate> {
    private final Decider<Object, Command, Event> decider;
    private final History history;
    private final Cache cache;

    DeciderRepository(Decider<Object, Command, Event> decider, History history, EventStore eventStore, Cache cache) {
        super(configuration(decider, eventStore, cache));
        this.decider = decider;
        this.history = history;
        this.cache = cache;
    }

    private static EventSourcingRepository.Builder<DeciderAggregate> configuration(
            Decider<Object, Command, Event> decider, EventStore eventStore, Cache cache) {
        return EventSourcingRepository.builder(DeciderAggregate.class)
                .aggregateModel(modelOf(decider.aggregateType()))
                .aggregateFactory(new Factory(decider))
                .eventStore(eventStore)
                .cache(cache);
    }

    /** Axon derives an aggregate's type from its class; ours is the decider's. */
    @SuppressWarnings("unchecked")
    private static AggregateModel<DeciderAggregate> modelOf(String aggregateType) {
        AggregateModel<DeciderAggregate> inspected =
                AnnotatedAggregateMetaModelFactory.inspectAggregate(DeciderAggregate.class);
        return (AggregateModel<DeciderAggregate>) Proxy.newProxyInstance(
                DeciderRepository.class.getClassLoader(),
                new Class<?>[] {AggregateModel.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("type") && method.getParameterCount() == 0) {
                        return aggregateType;
                    }
                    if (method.getName().equals("declaredType")) {
                        return Optional.of(aggregateType);
                    }
                    try {
                        return method.invoke(inspected, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    DeciderAggregate create(String id) {
        return new DeciderAggregate(decider, id);
    }

    void evict(String id) {
        cache.remove(id);
    }

    @Override
    protected DomainEventStream readEvents(String id) {
        return DomainEventStream.of(history.stream(decider.aggregateType(), id, History.NOW).stream()
                .map(DeciderRepository::message));
    }

    private static DomainEventMessage<Event> message(RecordedEvent event) {
        return new GenericDomainEventMessage<>(
                event.aggregateType(), event.aggregateId(), event.sequence(), event.event());
    }

    private record Factory(Decider<Object, Command, Event> decider) implements AggregateFactory<DeciderAggregate> {
        @Override
        public DeciderAggregate createAggregateRoot(String id, DomainEventMessage<?> firstEvent) {
            return new DeciderAggregate(decider, id);
        }

        @Override
        public Class<DeciderAggregate> getAggregateType() {
            return DeciderAggregate.class;
        }
    }
}
