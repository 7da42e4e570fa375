package io.axiom.runtime.log;

import io.axiom.language.RecordedEvent;
import io.axiom.runtime.aggregate.Decider;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Reads this service's log. */
public interface History {
    /** Every event so far. */
    long NOW = Long.MAX_VALUE;

    /** The state of an aggregate as of a position: a fold of {@code evolve}. */
    <S> Versioned<S> stateOf(Decider<S, ?, ?> decider, String aggregateId, long asOf);

    /** The state now, from one known before: only what happened since is read. Of a long stream that is much less. */
    default <S> Versioned<S> catchUp(Decider<S, ?, ?> decider, String aggregateId, Versioned<S> known) {
        return stateOf(decider, aggregateId, NOW);
    }

    /** Events after a position, oldest first. */
    List<RecordedEvent> read(long afterPosition, int limit);

    /** As {@link #read}, for one who follows the log: may return fewer than there are, but not none. */
    default List<RecordedEvent> follow(long afterPosition, int limit) throws InterruptedException {
        return read(afterPosition, limit);
    }

    /** One stream's events up to a position, oldest first. */
    List<RecordedEvent> stream(String aggregateType, String aggregateId, long asOf);

    long head();

    /** The last position at or before an instant. */
    OptionalLong positionAt(Instant instant);
}
