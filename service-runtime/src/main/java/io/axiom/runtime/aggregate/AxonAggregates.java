package io.axiom.runtime.aggregate;

import io.axiom.eventstore.Appended;
import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.PendingOutcome;
import io.axiom.eventstore.SequenceConflictException;
import io.axiom.eventstore.StoredEvent;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;
import io.axiom.language.EventMetadata;
import io.axiom.language.Reply;
import io.axiom.language.json.Json;
import io.axiom.runtime.log.History;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The Axon configuration of a bounded context: one command handler and one repository per decider, on the event log. */
public final class AxonAggregates implements AutoCloseable {
    private static final int CACHED_AGGREGATES = 10_000;
    private static final String CONTEXT = "axiom.context";

    private final BoundedContext context;
    private final EventLog log;
    private final Map<String, DeciderRepository> repositories;
    private final Configuration configuration;

    /**
     * A command that ran.
     *
     * @param appended where its events are, null when it had none
     */
    public record Handled(
            Decision<Event> decision, @Nullable Appended appended) {}

    public AxonAggregates(
            BoundedContext context, EventLog log, History history, Serializer serializer, EventStorageEngine engine) {
        this.context = context;
        this.log = log;
        EventStore eventStore =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        this.repositories = context.deciders().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Decider::aggregateType,
                        decider -> new DeciderRepository(
                                widened(decider), history, eventStore, new RecentAggregates(CACHED_AGGREGATES))));
        // false: no modules found on the class path, such as Axon's update checker, which calls out.
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> serializer)
                .configureEventSerializer(_ -> serializer)
                .configureEventStore(_ -> eventStore)
                .configureTransactionManager(_ -> NoTransactionManager.INSTANCE)
                .configureCorrelationDataProviders(_ -> List.of());
        configurer.onInitialize(axon -> axon.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () -> repositories.forEach((type, repository) ->
                        axon.commandBus().subscribe(type, message -> handle(repository, message)))));
        this.configuration = configurer.start();
    }

    /** The configuration, for tests that ask which stores are in use. */
    public Configuration configuration() {
        return configuration;
    }

    /** Decides and appends. Throws what the log threw: conflict, duplicate, unavailable. */
    public Handled handle(Command command, CommandContext commandContext) {
        MetaData metadata = MetaData.with(CatalogSerializer.METADATA, metadataOf(commandContext))
                .and(CONTEXT, commandContext);
        FutureCallback<Command, Handling> callback = new FutureCallback<>();
        configuration
                .commandBus()
                .dispatch(
                        new GenericCommandMessage<>(
                                new GenericMessage<>(command, metadata),
                                deciderOf(command).aggregateType()),
                        callback);
        CommandResultMessage<? extends Handling> result = callback.getResult();
        if (result.isExceptional()) {
            throw unwrapped(result.exceptionResult());
        }
        Handling handling = result.getPayload();
        return new Handled(
                handling.decision(),
                PendingOutcome.appendedBy(handling.unitOfWork()).orElse(null));
    }

    private record Handling(Decision<Event> decision, UnitOfWork<?> unitOfWork) {}

    private Handling handle(DeciderRepository repository, CommandMessage<?> message) throws Exception {
        Command command = (Command) message.getPayload();
        CommandContext commandContext =
                (CommandContext) Objects.requireNonNull(message.getMetaData().get(CONTEXT));
        String id = command.aggregateId();
        Aggregate<DeciderAggregate> aggregate = repository.loadOrCreate(id, () -> repository.create(id));
        MetaData metadata = message.getMetaData().subset(CatalogSerializer.METADATA);
        Decision<Event> decision = aggregate.invoke(root -> root.decide(command, commandContext, metadata));
        if (decision instanceof Decision.Accepted<Event> accepted
                && !accepted.events().isEmpty()) {
            byte[] reply = Json.mapper().writeValueAsBytes(accepted(context.name(), command, commandContext, accepted));
            new PendingOutcome(commandContext.commandId(), reply).attachTo(CurrentUnitOfWork.get());
        } else {
            refuseIfStale(repository, aggregate, id);
        }
        return new Handling(decision, CurrentUnitOfWork.get());
    }

    /** Without an append no conflict shows that another instance was faster, so the stream itself is asked. */
    private void refuseIfStale(DeciderRepository repository, Aggregate<DeciderAggregate> aggregate, String id) {
        long next = aggregate.version() == null ? 0 : aggregate.version() + 1;
        List<StoredEvent> unseen = log.readStream(aggregate.type(), id, next, Long.MAX_VALUE, 1);
        if (!unseen.isEmpty()) {
            repository.evict(id);
            CurrentUnitOfWork.get().onCleanup(_ -> repository.evict(id));
            throw new SequenceConflictException(
                    aggregate.type(), id, next, unseen.getLast().event().sequence());
        }
    }

    /** The decider whose commands {@code command} is one of. */
    public Decider<Object, Command, Event> deciderOf(Command command) {
        return context.deciders().stream()
                .filter(decider -> decider.commands().isInstance(command))
                .findFirst()
                .map(AxonAggregates::widened)
                .orElseThrow(() -> new IllegalArgumentException("No decider of " + context.name() + " decides "
                        + command.getClass().getName()));
    }

    @SuppressWarnings("unchecked")
    private static Decider<Object, Command, Event> widened(Decider<?, ?, ?> decider) {
        return (Decider<Object, Command, Event>) decider;
    }

    /** The answer to an accepted command, before its position is known. */
    public static Reply.Accepted accepted(
            String context, Command command, CommandContext commandContext, Decision.Accepted<Event> accepted) {
        return new Reply.Accepted(commandContext.commandId(), context, command.aggregateId(), 0, accepted.result());
    }

    private static EventMetadata metadataOf(CommandContext context) {
        return new EventMetadata(
                context.commandId(), context.correlationId(), context.cause(), context.actor(), context.traceparent());
    }

    private static RuntimeException unwrapped(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getPackageName().startsWith("io.axiom.") && cause instanceof RuntimeException ours) {
                return ours;
            }
        }
        return thrown instanceof RuntimeException runtime ? runtime : new CompletionException(thrown);
    }

    @Override
    public void close() {
        configuration.shutdown();
    }
}
