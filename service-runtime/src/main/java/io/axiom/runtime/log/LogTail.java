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
    /** How soon a step is asked again that had something to do and did not. */
    private static final long STUCK_MILLIS = 50;

    /** One round of work. */
    @FunctionalInterface
    public interface Step {
        /** @return the position up to which it is done, in this round or before */
        long run() throws Exception;
    }

    private final String name;
    private final Step step;
    private final Pace pace;
    private final Thread thread;
    private final AutoCloseable subscription;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long head;
    private volatile boolean closed;

    private LogTail(String name, EventLog log, Pace pace, Step step) {
        this.name = name;
        this.step = step;
        this.pace = pace;
        // Not a virtual one: it does little but wait for PostgreSQL, and each wait of those is three wake-ups instead
        // of one.
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        this.subscription = log.onAppend(this::reached);
    }

    public static LogTail start(String name, EventLog log, Pace pace, Step step) {
        LogTail tail = new LogTail(name, log, pace, step);
        tail.thread.start();
        return tail;
    }

    private void reached(long position) {
        lock.lock();
        try {
            head = Math.max(head, position);
            grown.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long pause = 50;
        long done = -1;
        while (!closed) {
            try {
                pace.awaitNext();
                pace.begin();
                long before = done;
                done = step.run();
                pace.end();
                awaitMore(done, done == before);
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

    private void awaitMore(long done, boolean stuck) throws InterruptedException {
        lock.lock();
        try {
            if (done > head) {
                // The log has more than was told, and perhaps more than was read.
                head = done;
            } else if (done == head) {
                await(LONGEST_WAIT_MILLIS);
            } else if (stuck) {
                await(STUCK_MILLIS);
            }
        } finally {
            lock.unlock();
        }
    }

    private void await(long millis) throws InterruptedException {
        if (!closed) {
            boolean unused = grown.await(millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        reached(0);
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
