package io.axiom.deployment.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings once at a deadline that is stored in the log. Looks at the clock again every few seconds, for clocks are moved. */
final class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    /** Not a moment early: whoever hears it compares times. */
    private static final Duration AFTER = Duration.ofMillis(5);

    private static final long LOOK_MILLIS = 2_000;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    interface Ring {
        void ring() throws InterruptedException;
    }

    private final Effects effects;
    private final Ring ring;
    private @Nullable Instant deadline;
    private @Nullable ScheduledFuture<?> next;

    Alarm(Effects effects, Ring ring) {
        this.effects = effects;
        this.ring = ring;
    }

    /** Rings at this deadline and at no other; null for never. */
    synchronized void set(@Nullable Instant at) {
        if (at != null && at.equals(deadline)) {
            return;
        }
        cancel();
        deadline = at;
        if (at != null) {
            schedule(delay(at));
        }
    }

    /** It rang and the deadline still stands: the log did not see it as passed yet. */
    synchronized void setAgain(@Nullable Instant at) {
        if (at != null && at.equals(deadline)) {
            cancel();
            schedule(Math.max(AGAIN.toMillis(), delay(at)));
        }
    }

    private long delay(Instant at) {
        Duration left = Duration.between(effects.clock().instant(), at).plus(AFTER);
        return left.isNegative() ? 0 : left.compareTo(Duration.ofDays(1)) > 0 ? LOOK_MILLIS : left.toMillis();
    }

    private void schedule(long millis) {
        try {
            next = effects.timer().schedule(this::look, Math.min(LOOK_MILLIS, millis), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service ends");
        }
    }

    private synchronized void look() {
        Instant at = deadline;
        if (at == null) {
            return;
        }
        long left = delay(at);
        if (left > 0) {
            schedule(left);
            return;
        }
        Thread.ofVirtual().name("deadline").start(() -> {
            try {
                ring.ring();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void cancel() {
        ScheduledFuture<?> scheduled = next;
        if (scheduled != null) {
            scheduled.cancel(false);
            next = null;
        }
    }
}
