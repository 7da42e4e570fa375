package io.axiom.migration.run;

import java.time.Duration;

/**
 * How patient a run is.
 *
 * @param lockTimeout how long a statement waits for a lock before its transaction is rolled back and tried again; zero for the
 *     database's own setting
 * @param statementTimeout how long one statement may take; zero for no limit
 * @param attempts how often a transaction is tried that cannot get a lock, is chosen as a deadlock's victim, cannot be serialised, or
 *     loses its connection
 * @param leaseTime how long after its last sign of life a runner counts as dead
 * @param heartbeat how often the runner gives such signs; a third of the lease time or less
 * @param leaseWait how long to wait for a lease that another holds
 */
public record RunOptions(
        Duration lockTimeout,
        Duration statementTimeout,
        int attempts,
        Duration leaseTime,
        Duration heartbeat,
        Duration leaseWait) {
    public static final RunOptions DEFAULT = new RunOptions(
            Duration.ofSeconds(5), Duration.ZERO, 10, Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ZERO);

    public RunOptions {
        if (attempts < 1) {
            throw new IllegalArgumentException("A run has at least one attempt, not " + attempts);
        }
        if (heartbeat.toMillis() < 1 || heartbeat.multipliedBy(2).compareTo(leaseTime) > 0) {
            throw new IllegalArgumentException("The lease must last at least two heartbeats");
        }
    }

    public RunOptions withLockTimeout(Duration time) {
        return new RunOptions(time, statementTimeout, attempts, leaseTime, heartbeat, leaseWait);
    }

    public RunOptions withStatementTimeout(Duration time) {
        return new RunOptions(lockTimeout, time, attempts, leaseTime, heartbeat, leaseWait);
    }

    public RunOptions withAttempts(int most) {
        return new RunOptions(lockTimeout, statementTimeout, most, leaseTime, heartbeat, leaseWait);
    }

    public RunOptions withLease(Duration time, Duration beat) {
        return new RunOptions(lockTimeout, statementTimeout, attempts, time, beat, leaseWait);
    }

    public RunOptions withLeaseWait(Duration time) {
        return new RunOptions(lockTimeout, statementTimeout, attempts, leaseTime, heartbeat, time);
    }
}
