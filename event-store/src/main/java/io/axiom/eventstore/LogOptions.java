package io.axiom.eventstore;

import java.time.Duration;

/**
 * How a log is kept.
 *
 * @param partitionSize positions per partition; may be changed for partitions not created yet
 * @param maxGroupEvents events committed together at most, unless one append has more
 * @param maxWaiting appends accepted but not yet answered; one more is refused as unavailable
 * @param patience how long an append or a read waits for PostgreSQL to come back
 * @param pollInterval how often the head is looked up when no notification came
 */
public record LogOptions(
        long partitionSize, int maxGroupEvents, int maxWaiting, Duration patience, Duration pollInterval) {
    public static final LogOptions DEFAULT =
            new LogOptions(10_000_000, 4_096, 65_536, Duration.ofSeconds(10), Duration.ofSeconds(2));

    public LogOptions withPartitionSize(long positions) {
        return new LogOptions(positions, maxGroupEvents, maxWaiting, patience, pollInterval);
    }

    public LogOptions withPatience(Duration duration) {
        return new LogOptions(partitionSize, maxGroupEvents, maxWaiting, duration, pollInterval);
    }
}
