package io.axiom.deployment.health;

import io.axiom.language.deployment.Cause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the instances of one release by some checks, each pair on a virtual thread of its own, and tells when a check's
 * verdict on the release changes. A check passes when it passes on every instance wanted, and fails when it fails on one; but
 * an instance that has yet to become healthy does not count as failing while the release is still starting.
 */
public final class HealthWatch implements AutoCloseable {

    /** Hears verdicts, not attempts. Called on a thread that may wait. */
    public interface Listener {
        void passed(String check, String detail) throws InterruptedException;

        void failed(String check, Cause cause, Instant failingSince) throws InterruptedException;
    }

    private final List<CheckSettings> checks;
    private final IntSupplier wanted;
    private final BooleanSupplier starting;
    private final Listener listener;
    private final Clock clock;
    private final Map<String, Map<String, CheckLoop>> loops = new HashMap<>();
    private final Map<String, Boolean> told = new HashMap<>();
    private boolean closed;

    /**
     * @param wanted how many instances the release should have
     * @param starting whether a step still waits for the release to become healthy
     */
    public HealthWatch(
            List<CheckSettings> checks, IntSupplier wanted, BooleanSupplier starting, Listener listener, Clock clock) {
        this.checks = List.copyOf(checks);
        this.wanted = wanted;
        this.starting = starting;
        this.listener = listener;
        this.clock = clock;
    }

    /** The instances to look at from now on. One that runs elsewhere than before is judged anew. */
    public synchronized void instances(Map<String, Endpoint> current) {
        if (closed) {
            return;
        }
        loops.entrySet().removeIf(entry -> {
            Endpoint now = current.get(entry.getKey());
            boolean gone = now == null
                    || entry.getValue().values().stream()
                            .anyMatch(loop -> loop.endpoint().port() != now.port());
            if (gone) {
                entry.getValue().values().forEach(CheckLoop::end);
            }
            return gone;
        });
        current.forEach((instanceId, endpoint) -> loops.computeIfAbsent(instanceId, _ -> {
            Map<String, CheckLoop> started = new HashMap<>();
            checks.forEach(check -> started.put(check.name(), new CheckLoop(check, endpoint, clock, this::judge)));
            return started;
        }));
        notifyAll();
    }

    /**
     * Waits until every check passes on every instance wanted; false when the time is up.
     *
     * @throws InterruptedException also when the watch was closed: nobody needs to know any more
     */
    public synchronized boolean awaitHealthy(Duration timeout) throws InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        while (!isHealthy()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (closed) {
                throw new InterruptedException("No longer watched");
            }
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private boolean isHealthy() {
        return loops.size() >= wanted.getAsInt() && checks.stream().allMatch(check -> passes(check.name()));
    }

    private boolean passes(String check) {
        return loops.size() >= wanted.getAsInt()
                && loops.values().stream()
                        .allMatch(ofInstance -> loop(ofInstance, check).streak().isHealthy());
    }

    private static CheckLoop loop(Map<String, CheckLoop> ofInstance, String check) {
        CheckLoop loop = ofInstance.get(check);
        if (loop == null) {
            throw new IllegalStateException("Every instance has every check");
        }
        return loop;
    }

    /** A check that does not pass now and why, for the message when waiting was in vain. */
    public synchronized Optional<Failing> failing() {
        for (Map<String, CheckLoop> ofInstance : loops.values()) {
            for (Map.Entry<String, CheckLoop> entry : ofInstance.entrySet()) {
                Cause cause = entry.getValue().lastCause();
                if (!entry.getValue().streak().isHealthy() && cause != null) {
                    return Optional.of(new Failing(entry.getKey(), cause));
                }
            }
        }
        return Optional.empty();
    }

    public record Failing(String check, Cause cause) {}

    private void judge(CheckLoop changed) throws InterruptedException {
        String check = changed.check().name();
        Boolean verdict;
        synchronized (this) {
            notifyAll();
            verdict = verdict(check, changed);
            if (closed || verdict == null || verdict.equals(told.get(check))) {
                return;
            }
            told.put(check, verdict);
        }
        Cause cause = changed.lastCause();
        if (verdict) {
            listener.passed(check, changed.lastDetail());
        } else if (cause != null) {
            Instant since = changed.streak().failingSince();
            listener.failed(check, cause, since == null ? clock.instant() : since);
        }
    }

    private @Nullable Boolean verdict(String check, CheckLoop changed) {
        if (changed.streak().isUnhealthy() && (changed.wasHealthy() || !starting.getAsBoolean())) {
            return false;
        }
        return passes(check) ? true : null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        loops.values().forEach(ofInstance -> ofInstance.values().forEach(CheckLoop::end));
        loops.clear();
        notifyAll();
    }
}
