package io.axiom.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** One context's log. Safe for any number of threads and processes. */
public interface EventLog extends AutoCloseable {

    /**
     * Appends in a group with whatever else is being appended. Completes when durably committed; completes exceptionally
     * with {@link SequenceConflictException} or {@link DuplicateCommandException} for exactly the append concerned, or with
     * {@link LogUnavailableException} when PostgreSQL cannot be reached (then nothing was stored, or the command's outcome
     * tells that it was).
     */
    CompletableFuture<Appended> append(Append append);

    /** Events after a position, in order; empty at the end of the log. */
    List<StoredEvent> read(long afterPosition, int limit);

    /** Events of one stream with sequence at least {@code fromSequence} and position at most {@code asOf}. */
    List<StoredEvent> readStream(String aggregateType, String aggregateId, long fromSequence, long asOf, int limit);

    Optional<CommandOutcome> outcome(String commandId);

    /** The last position; 0 when empty. */
    long head();

    /** The last position whose event's time is not after {@code instant}; empty when there is none. */
    OptionalLong positionAt(Instant instant);

    /** Calls {@code listener} with the new head soon after each commit by any process; may skip values, never the last. */
    AutoCloseable onAppend(java.util.function.LongConsumer listener);

    /** Checks positions and hash chain from {@code afterPosition} to the head. */
    Verification verify(long afterPosition);

    @Override
    void close();
}
