package io.axiom.eventstore;

import java.util.concurrent.locks.LockSupport;

/**
 * When the next group is closed, and how large it gets. Too early and groups are small, too late and PostgreSQL waits for it to be
 * prepared: so after most of the time the last group took, or at once when nothing is being written. With all callers in one group
 * nothing would be left to prepare meanwhile: so it takes half of them when they are many.
 */
final class WritePace {
    private static final double MOST = 0.6;
    private static final int MANY = 128;

    private final Thread preparing;
    private volatile int writing;
    private volatile long closeAtNanos;
    private long lastTookNanos;
    private long beganNanos;

    WritePace(Thread preparing) {
        this.preparing = preparing;
    }

    /** By the writing thread, before it writes a group of so many appends. */
    void begin(int appends) {
        beganNanos = System.nanoTime();
        closeAtNanos = beganNanos + (long) (lastTookNanos * MOST);
        writing = appends;
    }

    /** By the writing thread, when the group is written. */
    void end() {
        lastTookNanos = System.nanoTime() - beganNanos;
        writing = 0;
        LockSupport.unpark(preparing);
    }

    /** By the preparing thread. */
    void awaitTurn() throws InterruptedException {
        for (long left; writing > 0 && (left = closeAtNanos - System.nanoTime()) > 0; ) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** By the preparing thread: the most appends to take of those that wait. */
    int share(int waiting) {
        return Math.max(MANY, (writing + waiting + 1) / 2);
    }
}
