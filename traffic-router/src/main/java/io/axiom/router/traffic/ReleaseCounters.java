package io.axiom.router.traffic;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What one release on one route did with its requests. Counters only grow; any number of threads count at once. */
public final class ReleaseCounters {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLongArray latencies = new AtomicLongArray(LatencyBuckets.bounds().length);

    /** Counts a request when its answer began, or when it was clear that none will come. */
    public void count(boolean error, long nanos) {
        latencies.getAndIncrement(LatencyBuckets.indexOf(nanos / 1000));
        requests.getAndIncrement();
        if (error) {
            errors.getAndIncrement();
        }
    }

    /** An answer counted as good broke off half way. */
    public void brokeOff() {
        errors.getAndIncrement();
    }

    long requests() {
        return requests.get();
    }

    long errors() {
        return errors.get();
    }

    long[] latencies() {
        long[] counts = new long[latencies.length()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = latencies.get(i);
        }
        return counts;
    }
}
