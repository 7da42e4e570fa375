package io.axiom.runtime.command;

import io.axiom.eventstore.Append;
import io.axiom.eventstore.Appended;
import io.axiom.eventstore.CommandOutcome;
import io.axiom.eventstore.DuplicateCommandException;
import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.LogUnavailableException;
import io.axiom.eventstore.NewEvent;
import io.axiom.eventstore.SequenceConflictException;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.CommandRejected;
import io.axiom.language.Event;
import io.axiom.language.EventMetadata;
import io.axiom.language.MessageCatalog;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.language.Role;
import io.axiom.language.json.Json;
import io.axiom.runtime.aggregate.AxonAggregates;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.runtime.aggregate.OutdatedPreparationException;
import io.axiom.runtime.aggregate.Preparation;
import io.axiom.runtime.log.EventCodec;
import io.axiom.runtime.log.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** {@link Commands} on Axon aggregates and the event log. */
public final class AxonCommands implements Commands, AutoCloseable {
    /** Two instances racing for one stream: the loser decides again for as long as this before giving up. */
    private static final long RACING_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long LONGEST_PAUSE_MICROS = 50_000;

    private final BoundedContext context;
    private final AxonAggregates aggregates;
    private final EventLog log;
    private final EventCodec codec;
    private final History history;
    private final CommandMetrics metrics;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public AxonCommands(
            BoundedContext context,
            AxonAggregates aggregates,
            EventLog log,
            EventCodec codec,
            History history,
            CommandMetrics metrics) {
        this.context = context;
        this.aggregates = aggregates;
        this.log = log;
        this.codec = codec;
        this.history = history;
        this.metrics = metrics;
    }

    @Override
    public CompletableFuture<Reply> send(Command command, CommandContext commandContext) {
        return CompletableFuture.supplyAsync(
                () -> metrics.measure(command, () -> handle(command, commandContext)), threads);
    }

    private Reply handle(Command command, CommandContext commandContext) {
        try {
            authorise(command, commandContext);
            return decideUntilAppended(command, commandContext);
        } catch (RejectedException e) {
            return rejected(command, commandContext, e.rejection());
        } catch (DuplicateCommandException e) {
            return replyOf(e.outcome());
        }
    }

    private Reply decideUntilAppended(Command command, CommandContext commandContext) {
        Preparation<Command> preparation = preparationOf(command);
        if (preparation != null && preparation.isCostly()) {
            Optional<CommandOutcome> known = log.outcome(commandContext.commandId());
            if (known.isPresent()) {
                return replyOf(known.get());
            }
        }
        long deadline = System.nanoTime() + RACING_NANOS;
        for (long pause = 500; ; pause = Math.min(LONGEST_PAUSE_MICROS, pause * 2)) {
            try {
                return decideAndAppend(command, commandContext);
            } catch (SequenceConflictException | OutdatedPreparationException e) {
                if (System.nanoTime() > deadline) {
                    throw new LogUnavailableException(
                            "Command " + commandContext.commandId() + " lost every race for its stream", e);
                }
                // The winner still has the stream in its cache and would win again: give way, not in step with others.
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(pause)));
            }
        }
    }

    private Reply decideAndAppend(Command command, CommandContext commandContext) {
        Command prepared = prepare(command, commandContext);
        AxonAggregates.Handled handled = aggregates.handle(prepared, commandContext);
        return switch (handled.decision()) {
            case Decision.Refused<Event>(Rejection rejection) -> throw new RejectedException(rejection);
            case Decision.Accepted<Event> accepted -> {
                Reply.Accepted reply = AxonAggregates.accepted(context.name(), prepared, commandContext, accepted);
                Appended appended = handled.appended();
                if (appended == null) {
                    appended = append(new Append(
                            commandContext.commandId(), List.of(), Json.mapper().writeValueAsBytes(reply)));
                }
                yield at(reply, appended.lastPosition());
            }
        };
    }

    /** Records the attempt. An id used before gets the answer it got then. */
    private Reply rejected(Command command, CommandContext commandContext, Rejection rejection) {
        Reply reply =
                new Reply.Rejected(commandContext.commandId(), context.name(), command.aggregateId(), 0, rejection);
        CommandRejected event =
                new CommandRejected(MessageCatalog.nameOf(command.getClass()), command.aggregateId(), rejection);
        NewEvent stored = new NewEvent(
                "command",
                commandContext.commandId(),
                0,
                UUID.randomUUID().toString(),
                MessageCatalog.nameOf(CommandRejected.class),
                codec.payload(event),
                codec.metadata(metadataOf(commandContext)),
                commandContext.at());
        byte[] outcome = Json.mapper().writeValueAsBytes(reply);
        try {
            return at(
                    reply,
                    append(new Append(commandContext.commandId(), List.of(stored), outcome))
                            .lastPosition());
        } catch (DuplicateCommandException e) {
            return replyOf(e.outcome());
        }
    }

    private Appended append(Append append) {
        try {
            return log.append(append).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public Decision<? extends Event> decide(Command command, CommandContext commandContext) {
        try {
            authorise(command, commandContext);
            long deadline = System.nanoTime() + RACING_NANOS;
            while (true) {
                try {
                    return decideOnce(command, commandContext);
                } catch (OutdatedPreparationException e) {
                    if (System.nanoTime() > deadline) {
                        throw new LogUnavailableException("The dry run never saw its stream at rest", e);
                    }
                }
            }
        } catch (RejectedException e) {
            return Decision.refuse(e.rejection());
        }
    }

    private Decision<? extends Event> decideOnce(Command command, CommandContext commandContext) {
        Command prepared = prepare(command, commandContext);
        Decider<Object, Command, Event> decider = aggregates.deciderOf(prepared);
        Object state =
                history.stateOf(decider, prepared.aggregateId(), History.NOW).state();
        return decider.decide(state, prepared, commandContext);
    }

    private void authorise(Command command, CommandContext commandContext) {
        Role required = context.requiredRole().apply(command);
        if (!commandContext.actor().role().includes(required)) {
            throw new RejectedException(new Rejection(
                    "access.forbidden",
                    Rejection.Kind.FORBIDDEN,
                    commandContext.actor().name() + " acts as "
                            + commandContext.actor().role() + ", and this needs " + required + ".",
                    "Use a token with the role " + required + ", or ask someone who has one.",
                    Map.of("required", required.name())));
        }
    }

    private Command prepare(Command command, CommandContext commandContext) {
        Preparation<Command> preparation = preparationOf(command);
        return preparation == null ? command : preparation.prepare(command, commandContext);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Preparation<Command> preparationOf(Command command) {
        return (Preparation<Command>) context.preparations().get(command.getClass());
    }

    static EventMetadata metadataOf(CommandContext context) {
        return new EventMetadata(
                context.commandId(), context.correlationId(), context.cause(), context.actor(), context.traceparent());
    }

    /** The answer that was stored, with the position its append got. */
    public static Reply replyOf(CommandOutcome outcome) {
        Reply reply = Json.lenient().readValue(outcome.outcome(), Reply.class);
        return at(reply, outcome.appended().lastPosition());
    }

    private static Reply at(Reply reply, long position) {
        return switch (reply) {
            case Reply.Accepted(var id, var context, var aggregate, var _, var result) ->
                new Reply.Accepted(id, context, aggregate, position, result);
            case Reply.Rejected(var id, var context, var aggregate, var _, var rejection) ->
                new Reply.Rejected(id, context, aggregate, position, rejection);
        };
    }

    @Override
    public void close() {
        threads.close();
    }
}
