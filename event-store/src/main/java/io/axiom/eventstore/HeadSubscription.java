package io.axiom.eventstore;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one listener the newest head, on a thread of its own; a slow one misses values in between, never the last. */
final class HeadSubscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadSubscription.class);

    private final LongConsumer listener;
    private final Consumer<HeadSubscription> onClose;
    private final Thread thread;
    private volatile long head;
    private volatile boolean closed;

    HeadSubscription(LongConsumer listener, Consumer<HeadSubscription> onClose) {
        this.listener = listener;
        this.onClose = onClose;
        this.thread = Thread.ofVirtual().name("axiom-log-listener").start(this::run);
    }

    synchronized void reached(long position) {
        if (position > head) {
            head = position;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        long told = 0;
        while (!closed) {
            long now = head;
            if (now == told) {
                LockSupport.park(this);
                continue;
            }
            told = now;
            try {
                listener.accept(now);
            } catch (RuntimeException e) {
                LOG.error("A listener to the log failed at position {}", now, e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        onClose.accept(this);
    }
}
