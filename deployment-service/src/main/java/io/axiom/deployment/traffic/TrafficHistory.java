package io.axiom.deployment.traffic;

import io.axiom.language.routing.RouterReport;
import io.axiom.language.routing.RouterReport.ReleaseTraffic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last minutes of a router's counters, per release. Starts over when the router did. */
final class TrafficHistory {
    static final long KEPT_MILLIS = 120_000;
    private static final int MOST_SAMPLES = 1_500;

    private final Map<String, Deque<TrafficSample>> byRelease = new HashMap<>();
    private String routerId = "";
    private boolean fromTheStart;

    static String key(String environment, String component, String releaseId) {
        return environment + '/' + component + '/' + releaseId;
    }

    synchronized void add(RouterReport report, long nowMillis) {
        if (!report.routerId().equals(routerId)) {
            // A router that restarted while it was watched counts from zero; one met for the first time does not.
            fromTheStart = !routerId.isEmpty();
            routerId = report.routerId();
            byRelease.clear();
        }
        Set<String> reported = new HashSet<>();
        for (ReleaseTraffic traffic : report.releases()) {
            String key = key(traffic.environment(), traffic.component(), traffic.releaseId());
            reported.add(key);
            add(key, traffic, nowMillis);
        }
        byRelease.keySet().retainAll(reported);
        fromTheStart = true;
    }

    private void add(String key, ReleaseTraffic traffic, long nowMillis) {
        Deque<TrafficSample> samples = byRelease.computeIfAbsent(key, _ -> {
            Deque<TrafficSample> fresh = new ArrayDeque<>();
            if (fromTheStart) {
                fresh.add(TrafficSample.none(nowMillis - 1));
            }
            return fresh;
        });
        TrafficSample sample = new TrafficSample(
                nowMillis,
                traffic.requests(),
                traffic.errors(),
                traffic.latencyBucketsMicros(),
                traffic.latencyCounts());
        if (samples.isEmpty() || !samples.getLast().sameCounters(sample)) {
            samples.add(sample);
        }
        while (samples.size() > MOST_SAMPLES
                || (samples.size() > 1 && second(samples).atMillis() < nowMillis - KEPT_MILLIS)) {
            samples.removeFirst();
        }
    }

    private static TrafficSample second(Deque<TrafficSample> samples) {
        var iterator = samples.iterator();
        iterator.next();
        return iterator.next();
    }

    /** Samples after {@code fromMillis}, preceded by what was counted until then. */
    synchronized List<TrafficSample> since(String key, long fromMillis) {
        List<TrafficSample> found = new ArrayList<>();
        for (TrafficSample sample : byRelease.getOrDefault(key, new ArrayDeque<>())) {
            if (sample.atMillis() <= fromMillis) {
                found.clear();
            }
            found.add(sample);
        }
        return found;
    }
}
