package io.axiom.deployment.health;

import io.axiom.language.deployment.Cause;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One check of one instance, again and again on a virtual thread until ended. */
final class CheckLoop {
    /** Until the first pass it is looked at more often, so that a deployment does not wait for an interval to end. */
    private static final Duration EAGER = Duration.ofMillis(150);

    /** While someone waits for the first pass, one hanging attempt must not use up the time for others. */
    private static final Duration LONGEST_WHILE_AWAITED = Duration.ofSeconds(5);

    private static final Duration BETWEEN_RETRIES = Duration.ofMillis(100);

    interface Changed {
        void changed(CheckLoop loop) throws InterruptedException;
    }

    private final CheckSettings check;
    private final Endpoint endpoint;
    private final Clock clock;
    private final Changed changed;
    private final Probe probe;
    private final Thread thread;
    private volatile Streak streak = Streak.NONE;
    private volatile @Nullable Cause lastCause;
    private volatile String lastDetail = "";
    private volatile boolean wasHealthy;
    private volatile boolean ended;

    CheckLoop(CheckSettings check, Endpoint endpoint, Clock clock, Changed changed) {
        this.check = check;
        this.endpoint = endpoint;
        this.clock = clock;
        this.changed = changed;
        this.probe = Probe.of(check);
        this.thread = Thread.ofVirtual()
                .name("check-" + check.name() + '-' + endpoint.instanceId())
                .unstarted(this::run);
        thread.start();
    }

    private void run() {
        try {
            Thread.sleep(check.initialDelay());
            while (!ended) {
                Probe.Result result = attempt();
                if (ended) {
                    // An attempt cut short says nothing about the instance.
                    return;
                }
                lastCause = result.cause();
                lastDetail = result.detail();
                streak = streak.after(
                        result.passed(), check.successThreshold(), check.failureThreshold(), clock.instant());
                changed.changed(this);
                wasHealthy |= streak.isHealthy();
                Thread.sleep(wasHealthy || check.interval().compareTo(EAGER) < 0 ? check.interval() : EAGER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Probe.Result attempt() throws InterruptedException {
        Duration timeout = wasHealthy || check.timeout().compareTo(LONGEST_WHILE_AWAITED) < 0
                ? check.timeout()
                : LONGEST_WHILE_AWAITED;
        Probe.Result result = attempt(timeout);
        for (int retry = 0; retry < check.retries() && !result.passed() && !ended; retry++) {
            Thread.sleep(BETWEEN_RETRIES);
            result = attempt(timeout);
        }
        return result;
    }

    private Probe.Result attempt(Duration timeout) throws InterruptedException {
        try {
            return probe.attempt(endpoint, timeout);
        } catch (RuntimeException e) {
            return Probe.Result.failed(
                    "health.check-broken",
                    "The check " + check.name() + " cannot be done: " + e.getMessage(),
                    "Correct the check's settings and deploy again.");
        }
    }

    void end() {
        ended = true;
        thread.interrupt();
    }

    CheckSettings check() {
        return check;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Streak streak() {
        return streak;
    }

    /** Whether it was healthy before the latest attempt. */
    boolean wasHealthy() {
        return wasHealthy;
    }

    @Nullable
    Cause lastCause() {
        return lastCause;
    }

    String lastDetail() {
        return lastDetail;
    }
}
