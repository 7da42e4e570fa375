package io.axiom.deployment.traffic;

import java.time.Duration;
import java.util.List;

/** Judges a release by the differences of its counters over a sliding window. A function of the counters alone. */
final class TrafficAnalysis {
    private TrafficAnalysis() {}

    /**
     * @param samples oldest first, the first one being what counted before the watch began
     * @param nowMillis the window's end, on the samples' clock
     */
    static TrafficVerdict judge(List<TrafficSample> samples, TrafficLimits limits, long nowMillis) {
        if (samples.isEmpty()) {
            return new TrafficVerdict(TrafficVerdict.State.TOO_FEW, 0, 0, 0, null);
        }
        TrafficSample before = samples.getFirst();
        Long firstError = null;
        long windowStart = nowMillis - limits.window().toMillis();
        for (TrafficSample sample : samples) {
            if (sample.atMillis() <= windowStart) {
                before = sample;
            } else if (firstError == null && sample.errors() > before.errors()) {
                firstError = sample.atMillis();
            }
        }
        TrafficSample last = samples.getLast();
        long requests = last.requests() - before.requests();
        long errors = last.errors() - before.errors();
        long p99 = slowestPercentAtLeast(before, last);
        return new TrafficVerdict(state(limits, requests, errors, p99), requests, errors, p99, firstError);
    }

    private static TrafficVerdict.State state(TrafficLimits limits, long requests, long errors, long p99) {
        if (requests < Math.max(1, limits.minimumRequests())) {
            return TrafficVerdict.State.TOO_FEW;
        }
        if (errors >= limits.minimumErrors() && errors * 100.0 > limits.errorRatePercent() * requests) {
            return TrafficVerdict.State.ERRORS;
        }
        Duration latency = limits.latencyP99();
        return latency != null && p99 >= latency.toNanos() / 1000
                ? TrafficVerdict.State.SLOW
                : TrafficVerdict.State.HEALTHY;
    }

    /** A lower bound of the 99th percentile in microseconds: the lower bound of the bucket it lies in. */
    private static long slowestPercentAtLeast(TrafficSample before, TrafficSample last) {
        long[] counts = last.latencyCounts();
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            total += inBucket(before, last, i);
        }
        long rank = total - total / 100;
        long seen = 0;
        for (int i = 0; i < counts.length && total > 0; i++) {
            seen += inBucket(before, last, i);
            if (seen >= rank) {
                return i == 0 ? 0 : last.latencyBucketsMicros()[i - 1];
            }
        }
        return 0;
    }

    private static long inBucket(TrafficSample before, TrafficSample last, int bucket) {
        long earlier = bucket < before.latencyCounts().length ? before.latencyCounts()[bucket] : 0;
        return last.latencyCounts()[bucket] - earlier;
    }
}
