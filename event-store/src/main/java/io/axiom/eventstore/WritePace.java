package io.axiom.eventstore;

import java.util.concurrent.locks.LockSupport;

/**
 * When the next group is closed. Too early and groups are small, too late and PostgreSQL waits for it to be prepared: so after most
 * of the time the last group took, or at once when nothing is being written.
 */
final class WritePace {
    private static final double MOST = 0.6;

    private final Thread preparing;
    private volatile boolean busy;
    private volatile long closeAtNanos;
    private long lastTookNanos;
    private long beganNanos;

    WritePace(Thread preparing) {
        this.preparing = preparing;
    }

    /** By the writing thread, before it writes a group. */
    void begin() {
        beganNanos = System.nanoTime();
        closeAtNanos = beganNanos + (long) (lastTookNanos * MOST);
        busy = true;
    }

    /** By the writing thread, when the group is written. */
    void end() {
        lastTookNanos = System.nanoTime() - beganNanos;
        busy = false;
        LockSupport.unpark(preparing);
    }

    /** By the preparing thread. */
    void awaitTurn() throws InterruptedException {
        for (long left; busy && (left = closeAtNanos - System.nanoTime()) > 0; ) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
