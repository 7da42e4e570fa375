package io.axiom.router.traffic;

import java.util.Arrays;

/** The fixed bounds of every latency histogram, in microseconds: 12 to 24 % apart up to a minute, then one open bucket. */
final class LatencyBuckets {
    private static final long[] BOUNDS = bounds();

    private LatencyBuckets() {}

    /** Inclusive upper bounds, ascending; the last is {@link Long#MAX_VALUE}. */
    static long[] bounds() {
        long[] steps = {100, 125, 150, 175, 200, 250, 300, 350, 400, 500, 600, 700, 800, 900};
        long[] all = new long[6 * steps.length + 1];
        int count = 0;
        for (long decade = 1; decade <= 100_000; decade *= 10) {
            for (long step : steps) {
                all[count++] = step * decade;
            }
        }
        all[count] = Long.MAX_VALUE;
        return all;
    }

    static int indexOf(long micros) {
        int found = Arrays.binarySearch(BOUNDS, micros);
        return found >= 0 ? found : -found - 1;
    }
}
