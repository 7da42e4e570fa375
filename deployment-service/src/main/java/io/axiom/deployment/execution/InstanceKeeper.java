package io.axiom.deployment.execution;

import io.axiom.deployment.target.InstanceFailure;
import io.axiom.deployment.target.InstanceSpec;
import io.axiom.deployment.target.RunningInstance;
import io.axiom.language.deployment.Cause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one instance running for as long as it is wanted: starts or adopts it, notices when it ends, starts it again, and tells
 * each of these. When no longer wanted it is drained, stopped and forgotten.
 */
final class InstanceKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceKeeper.class);
    private static final Duration STEADY = Duration.ofSeconds(30);

    private final InstanceSpec spec;
    private final RolloutExecution rollout;
    private final Effects effects;
    private final Backoff backoff = new Backoff();
    private final Thread thread;
    private volatile boolean wanted = true;
    private volatile boolean suspended;
    private volatile boolean up;
    private volatile boolean looping;
    private boolean lookedBack;
    private volatile @Nullable RunningInstance current;
    private volatile @Nullable Cause failure;

    InstanceKeeper(InstanceSpec spec, RolloutExecution rollout, Effects effects) {
        this.spec = spec;
        this.rollout = rollout;
        this.effects = effects;
        this.thread = Thread.ofVirtual().name("instance-" + spec.instanceId()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    InstanceSpec spec() {
        return spec;
    }

    boolean isWanted() {
        return wanted;
    }

    /** Whether it was started and its start reported. */
    boolean isUp() {
        return up && failure == null;
    }

    /** Why it cannot be started, null when it can. */
    @Nullable
    Cause failure() {
        return failure;
    }

    boolean isAlive() {
        RunningInstance running = current;
        return running != null && running.isAlive();
    }

    /** Try again now, whatever failed before. */
    void retryNow() {
        if (failure != null) {
            failure = null;
            thread.interrupt();
        }
    }

    /** No longer wanted. */
    void retire() {
        if (wanted) {
            wanted = false;
            thread.interrupt();
        }
    }

    /** The control plane ends; the instance does not. */
    void suspend() {
        suspended = true;
        thread.interrupt();
    }

    private void run() {
        while (!suspended) {
            try {
                if (wanted) {
                    noticeEndBefore();
                    keep();
                } else {
                    end();
                    return;
                }
            } catch (InterruptedException e) {
                // Something about what is wanted changed; the loop looks at it again.
                LOG.debug("{}: looked at again", spec.instanceId());
            } catch (RuntimeException e) {
                LOG.error("{} could not be kept", spec.instanceId(), e);
                pauseAfterFault();
            }
        }
    }

    private void pauseAfterFault() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            LOG.debug("{}: looked at again", spec.instanceId());
        }
    }

    /** It may have ended while no control plane was there to see it. */
    private void noticeEndBefore() throws InterruptedException {
        // Only once: later the state may be a moment behind what this keeper itself has reported.
        var known = rollout.snapshot().state().instances().get(spec.instanceId());
        if (lookedBack || known == null || !known.running()) {
            lookedBack = true;
            return;
        }
        var now = effects.target().find(spec.instanceId());
        if (now.isEmpty() || now.get().pid() != known.pid()) {
            rollout.reportLost(
                    spec, known.pid() + "@" + rollout.snapshot().position(), null, "It ended while nobody watched.");
        }
        lookedBack = true;
    }

    private void keep() throws InterruptedException {
        RunningInstance running;
        try {
            running = effects.target().ensure(spec);
        } catch (InstanceFailure e) {
            if (suspended || !wanted || Thread.interrupted()) {
                // Interrupted half-way: not the instance's failure, and the next look at it goes on from here.
                throw new InterruptedException();
            }
            LOG.warn("{} does not start: {}", spec.instanceId(), e.reason().detail());
            up = false;
            boolean first = failure == null;
            failure = e.reason();
            rollout.changed();
            if (first) {
                rollout.reportUnstartable(spec, e.reason());
            }
            Thread.sleep(backoff.ended(effects.clock().instant()));
            return;
        }
        current = running;
        rollout.reportUp(spec, running);
        failure = null;
        up = true;
        rollout.changed();
        tellWhenSteady(running);
        OptionalInt status = effects.target().awaitExit(running);
        ended(running, status);
    }

    private void ended(RunningInstance running, OptionalInt status) throws InterruptedException {
        if (!wanted || suspended) {
            return;
        }
        Instant now = effects.clock().instant();
        effects.target().clean(running);
        String how = status.isPresent() ? describe(status.getAsInt()) : "It ended.";
        boolean portTaken = !effects.target().isPortFree(running.port());
        String output = effects.target().lastOutput(spec, 5);
        String detail = how
                + (portTaken ? " Its port " + running.port() + " is taken by another program." : "")
                + (output.isEmpty() ? "" : " It last printed: " + output);
        LOG.warn("{} ended: {}", spec.instanceId(), detail);
        Duration pause = backoff.ended(now);
        rollout.reportLost(
                spec,
                running.pid() + "@" + running.process().startTicks(),
                status.isPresent() ? status.getAsInt() : null,
                detail);
        Instant since = backoff.loopingSince();
        if (since != null && !looping) {
            looping = true;
            rollout.reportLooping(
                    spec,
                    new Cause(
                            portTaken ? "instance.port-taken" : "process.crash-looping",
                            spec.instanceId() + " ended " + Backoff.CRASHES + " times within "
                                    + Backoff.WINDOW.toSeconds() + " s. " + detail,
                            "Run the version's command by hand with its configuration, correct it, then deploy again."),
                    since);
        }
        Thread.sleep(pause);
    }

    private static String describe(int status) {
        return status > 128 && status < 192
                ? "It was ended by signal " + (status - 128) + '.'
                : "It exited with status " + status + '.';
    }

    private void tellWhenSteady(RunningInstance running) {
        if (looping) {
            effects.timer()
                    .schedule(
                            () -> Thread.ofVirtual().start(() -> {
                                if (looping && wanted && !suspended && running.equals(current) && running.isAlive()) {
                                    looping = false;
                                    rollout.reportSteady(spec);
                                }
                            }),
                            STEADY.toMillis(),
                            java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }

    private void end() throws InterruptedException {
        rollout.drain(spec);
        try {
            effects.target().stop(spec.instanceId(), rollout.settings().drainTimeout());
        } catch (IOException e) {
            LOG.warn("The files of {} could not be cleaned: {}", spec.instanceId(), e.toString());
        }
        rollout.reportDown(spec);
        rollout.forget(this);
    }
}
