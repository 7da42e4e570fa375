package io.axiom.deployment.traffic;

/**
 * A release's counters at one moment.
 *
 * @param atMillis on a clock that only runs forward
 * @param latencyBucketsMicros upper bounds; the last bucket is open
 */
record TrafficSample(long atMillis, long requests, long errors, long[] latencyBucketsMicros, long[] latencyCounts) {
    static TrafficSample none(long atMillis) {
        return new TrafficSample(atMillis, 0, 0, new long[0], new long[0]);
    }

    boolean sameCounters(TrafficSample other) {
        return requests == other.requests && errors == other.errors;
    }
}
