package io.axiom.runtime.git;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Time and bytes one operation may take. Asked from the operation's thread. */
public final class Budget extends EmptyProgressMonitor {
    /** Checks of the clock are spared; this many steps take about a millisecond. */
    private static final int STEPS_PER_LOOK = 256;

    private final long end;
    private final Duration timeout;
    private final long maxBytes;
    private long bytes;
    private int steps;

    /** The operation has used up what it may. */
    static final class Exceeded extends IOException {
        private final boolean time;

        private Exceeded(boolean time) {
            super(time ? "time is up" : "too many bytes");
            this.time = time;
        }

        boolean isTime() {
            return time;
        }
    }

    public Budget(GitSettings settings) {
        this.timeout = settings.timeout();
        this.end = System.nanoTime() + timeout.toNanos();
        this.maxBytes = settings.maxBytes();
    }

    long maxBytes() {
        return maxBytes;
    }

    /** For a socket: how long to wait for the next bytes, in whole seconds. */
    int idleSeconds() {
        return (int) Math.clamp(timeout.toSeconds(), 1, 30);
    }

    /** At most {@link Long#MAX_VALUE}; not negative. */
    long remainingNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    public void receive(long count) throws IOException {
        bytes += Math.max(0, count);
        if (bytes > maxBytes) {
            throw new Exceeded(false);
        }
        checkTime();
    }

    /** One small step of a long walk. */
    public void step() throws IOException {
        if (++steps % STEPS_PER_LOOK == 0) {
            checkTime();
        }
    }

    public void checkTime() throws IOException {
        if (isCancelled()) {
            throw new Exceeded(true);
        }
    }

    @Override
    public boolean isCancelled() {
        return System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted();
    }
}
