package io.axiom.runtime.log;

import io.axiom.eventstore.EventLog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does something each time the log has grown, until closed. A step that fails is tried again after a pause that
 * doubles up to two seconds; nothing is skipped.
 */
public final class LogTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    /** How long a missed wake-up could delay an event. */
    private static final long LONGEST_WAIT_MILLIS = 1000;

    /** One round of work. */
    @FunctionalInterface
    public interface Step {
        /** @return whether there may be more to do at once */
        boolean run() throws Exception;
    }

    private final String name;
    private final Step step;
    private final Thread thread;
    private final AutoCloseable subscription;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean signalled;
    private volatile boolean closed;

    private LogTail(String name, EventLog log, Step step) {
        this.name = name;
        this.step = step;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
        this.subscription = log.onAppend(_ -> wake());
    }

    public static LogTail start(String name, EventLog log, Step step) {
        LogTail tail = new LogTail(name, log, step);
        tail.thread.start();
        return tail;
    }

    private void wake() {
        lock.lock();
        try {
            signalled = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long pause = 50;
        while (!closed) {
            try {
                if (!step.run()) {
                    await(LONGEST_WAIT_MILLIS);
                }
                pause = 50;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (closed) {
                    return;
                }
                LOG.warn("{} failed and tries again in {} ms", name, pause, e);
                try {
                    TimeUnit.MILLISECONDS.sleep(pause);
                } catch (InterruptedException interrupted) {
                    return;
                }
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        }
    }

    private void await(long millis) throws InterruptedException {
        lock.lock();
        try {
            if (!signalled) {
                boolean unused = woken.await(millis, TimeUnit.MILLISECONDS);
            }
            signalled = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        try {
            subscription.close();
            // A step in the middle of a transaction is let finish; one that hangs is interrupted.
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("{} did not close cleanly", name, e);
        }
    }
}
