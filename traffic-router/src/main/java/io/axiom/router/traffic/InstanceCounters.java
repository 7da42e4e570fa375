package io.axiom.router.traffic;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one instance did with its requests, and how many it still owes an answer. */
public final class InstanceCounters {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private volatile long usedAtNanos = System.nanoTime();

    public void enter() {
        inFlight.incrementAndGet();
    }

    public void leave() {
        usedAtNanos = System.nanoTime();
        inFlight.decrementAndGet();
    }

    public void count(boolean error) {
        requests.getAndIncrement();
        if (error) {
            errors.getAndIncrement();
        }
    }

    public void brokeOff() {
        errors.getAndIncrement();
    }

    public int inFlight() {
        return inFlight.get();
    }

    /** Whether it has been without requests for that long. */
    public boolean isIdleFor(long nanos, long nowNanos) {
        return inFlight.get() == 0 && nowNanos - usedAtNanos > nanos;
    }

    long requests() {
        return requests.get();
    }

    long errors() {
        return errors.get();
    }
}
