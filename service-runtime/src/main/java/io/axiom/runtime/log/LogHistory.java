package io.axiom.runtime.log;

import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.StoredEvent;
import io.axiom.language.Event;
import io.axiom.language.RecordedEvent;
import io.axiom.runtime.aggregate.Decider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@link History} on the event log. */
public final class LogHistory implements History {
    private static final int CHUNK = 1000;

    private final EventLog log;
    private final EventCodec codec;
    private final RecentEvents recent;

    public LogHistory(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
        this.recent = new RecentEvents(log, codec);
    }

    @Override
    public <S> Versioned<S> stateOf(Decider<S, ?, ?> decider, String aggregateId, long asOf) {
        return fold(
                decider, new Versioned<>(decider.initial(), -1, 0), stream(decider.aggregateType(), aggregateId, asOf));
    }

    @Override
    public <S> Versioned<S> catchUp(Decider<S, ?, ?> decider, String aggregateId, Versioned<S> known) {
        return fold(decider, known, stream(decider.aggregateType(), aggregateId, known.sequence() + 1, NOW));
    }

    private static <S, E extends Event> Versioned<S> fold(
            Decider<S, ?, E> decider, Versioned<S> known, List<RecordedEvent> events) {
        S state = known.state();
        for (RecordedEvent recorded : events) {
            state = decider.evolve(state, decider.events().cast(recorded.event()));
        }
        return events.isEmpty()
                ? known
                : new Versioned<>(
                        state, events.getLast().sequence(), events.getLast().position());
    }

    @Override
    public List<RecordedEvent> read(long afterPosition, int limit) {
        return log.read(afterPosition, limit).stream().map(codec::decode).toList();
    }

    @Override
    public List<RecordedEvent> follow(long afterPosition, int limit) throws InterruptedException {
        return recent.read(afterPosition, limit);
    }

    @Override
    public List<RecordedEvent> stream(String aggregateType, String aggregateId, long asOf) {
        return stream(aggregateType, aggregateId, 0, asOf);
    }

    private List<RecordedEvent> stream(String aggregateType, String aggregateId, long from, long asOf) {
        List<RecordedEvent> events = new ArrayList<>();
        List<StoredEvent> chunk;
        do {
            chunk = log.readStream(aggregateType, aggregateId, from + events.size(), asOf, CHUNK);
            chunk.forEach(stored -> events.add(codec.decode(stored)));
        } while (chunk.size() == CHUNK);
        return events;
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public OptionalLong positionAt(Instant instant) {
        return log.positionAt(instant);
    }
}
