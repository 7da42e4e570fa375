package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;
import io.axiom.language.EventMetadata;
import io.axiom.language.RecordedEvent;
import io.axiom.language.Reply;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.Versioned;
import io.axiom.runtime.reaction.Reactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A log in memory around the real decider, so that effects can be tested by the second instead of by the minute. */
final class MemoryLog implements Commands, History {
    private final RolloutDecider decider = new RolloutDecider();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<String, Reply> outcomes = new HashMap<>();
    private final Map<String, RolloutState> states = new HashMap<>();

    synchronized void append(String aggregateType, String aggregateId, Event event, CommandContext context) {
        long sequence = events.stream()
                .filter(e -> e.aggregateType().equals(aggregateType)
                        && e.aggregateId().equals(aggregateId))
                .count();
        events.add(new RecordedEvent(
                "deployment",
                events.size() + 1L,
                aggregateType,
                aggregateId,
                sequence,
                "event-" + events.size(),
                event.getClass().getSimpleName(),
                event,
                new EventMetadata(context.commandId(), context.correlationId(), context.cause(), context.actor(), null),
                context.at()));
        if (event instanceof RolloutEvent rolloutEvent) {
            states.merge(
                    aggregateId,
                    decider.evolve(decider.initial(), rolloutEvent),
                    (state, _) -> decider.evolve(state, rolloutEvent));
        }
        notifyAll();
    }

    @Override
    public synchronized CompletableFuture<Reply> send(Command command, CommandContext context) {
        Reply known = outcomes.get(context.commandId());
        if (known == null) {
            String id = command.aggregateId();
            known = switch (decide(command, context)) {
                case Decision.Accepted<? extends Event> accepted -> {
                    accepted.events().forEach(event -> append(decider.aggregateType(), id, event, context));
                    yield new Reply.Accepted(context.commandId(), "deployment", id, events.size(), accepted.result());
                }
                case Decision.Refused<? extends Event> refused ->
                    new Reply.Rejected(context.commandId(), "deployment", id, events.size(), refused.rejection());
            };
            outcomes.put(context.commandId(), known);
        }
        return CompletableFuture.completedFuture(known);
    }

    @Override
    public synchronized Decision<? extends Event> decide(Command command, CommandContext context) {
        return decider.decide(state(command.aggregateId()), (RolloutInput) command, context);
    }

    synchronized RolloutState state(String rolloutId) {
        return states.getOrDefault(rolloutId, decider.initial());
    }

    @Override
    public synchronized <S> Versioned<S> stateOf(Decider<S, ?, ?> of, String aggregateId, long asOf) {
        List<RecordedEvent> stream = stream(of.aggregateType(), aggregateId, asOf);
        return fold(of, stream);
    }

    private static <S, E extends Event> Versioned<S> fold(Decider<S, ?, E> of, List<RecordedEvent> stream) {
        S state = of.initial();
        for (RecordedEvent event : stream) {
            state = of.evolve(state, of.events().cast(event.event()));
        }
        return new Versioned<>(
                state,
                stream.size() - 1L,
                stream.isEmpty() ? 0 : stream.getLast().position());
    }

    @Override
    public synchronized List<RecordedEvent> read(long after, int limit) {
        return List.copyOf(
                events.subList((int) Math.min(after, events.size()), (int) Math.min(events.size(), after + limit)));
    }

    @Override
    public synchronized List<RecordedEvent> stream(String aggregateType, String aggregateId, long asOf) {
        return events.stream()
                .filter(e -> e.aggregateType().equals(aggregateType)
                        && e.aggregateId().equals(aggregateId)
                        && e.position() <= asOf)
                .toList();
    }

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public OptionalLong positionAt(Instant instant) {
        return OptionalLong.empty();
    }

    synchronized <E extends Event> List<E> all(Class<E> type) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Feeds a reactor from a position on, until closed. */
    Feed feed(Reactor reactor, long from, Consumer<RecordedEvent> then) {
        return new Feed(reactor, from, then);
    }

    final class Feed implements AutoCloseable {
        private final Thread thread;
        private final Reactor reactor;
        private volatile long position;

        Feed(Reactor reactor, long from, Consumer<RecordedEvent> then) {
            this.reactor = reactor;
            this.position = from;
            this.thread = Thread.ofPlatform().name("reactor").start(() -> {
                try {
                    reactor.resume();
                    while (true) {
                        RecordedEvent next;
                        synchronized (MemoryLog.this) {
                            while (events.size() <= position) {
                                MemoryLog.this.wait();
                            }
                            next = events.get((int) position);
                        }
                        reactor.react(next);
                        then.accept(next);
                        position++;
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        long position() {
            return position;
        }

        @Override
        public void close() throws Exception {
            thread.interrupt();
            thread.join();
            reactor.suspend();
        }
    }
}
