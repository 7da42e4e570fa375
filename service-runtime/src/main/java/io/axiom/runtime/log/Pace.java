package io.axiom.runtime.log;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How closely rounds of work follow each other. A round costs nearly the same whether it handles one event or a hundred: under
 * load fewer of them leave time for what users wait for, and with little to do none waits. For one thread.
 */
public final class Pace {
    /** So that who is far behind, whose rounds are long, loses little. */
    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final long apartNanos;
    private final int restFactor;
    private long beganNanos;
    private long nextNanos = System.nanoTime();

    private Pace(Duration apart, int restFactor) {
        this.apartNanos = apart.toNanos();
        this.restFactor = restFactor;
    }

    /** Rounds begin no closer together than this. */
    public static Pace of(Duration apart) {
        return new Pace(apart, 0);
    }

    /** For what keeps tables up to date: rounds apart, each followed by a rest three times as long. */
    public static Pace ofTables() {
        return new Pace(Duration.ofMillis(20), 3);
    }

    /** A round begins. */
    public void begin() {
        beganNanos = System.nanoTime();
    }

    /** The round is over. */
    public void end() {
        long now = System.nanoTime();
        nextNanos =
                Math.max(beganNanos + apartNanos, now + Math.min(LONGEST_REST_NANOS, restFactor * (now - beganNanos)));
    }

    /** The round is over; waits until the next may begin. */
    public void rest() throws InterruptedException {
        end();
        awaitNext();
    }

    /** Waits until the next round may begin. */
    public void awaitNext() throws InterruptedException {
        long left = nextNanos - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
