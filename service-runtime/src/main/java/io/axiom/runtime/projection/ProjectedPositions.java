package io.axiom.runtime.projection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Knows in memory how far each projection is, and wakes whoever waits for it. */
public final class ProjectedPositions implements Positions {
    private record Key(String projection, String context) {}

    private final Map<Key, Long> positions = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /** Reports that {@code projection} has applied events of {@code context} up to {@code position}. */
    public void reached(String projection, String context, long position) {
        Long before = positions.put(new Key(projection, context), position);
        if (before == null || before != position) {
            lock.lock();
            try {
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Long.MAX_VALUE when no projection reads the context: nothing to wait for. */
    @Override
    public long projected(String context) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getKey().context().equals(context))
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public boolean await(String context, long position, Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (projected(context) < position) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
