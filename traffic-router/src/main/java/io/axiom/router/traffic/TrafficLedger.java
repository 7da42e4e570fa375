package io.axiom.router.traffic;

import io.axiom.language.routing.Route;
import io.axiom.language.routing.RouterReport;
import io.axiom.language.routing.RouterReport.InstanceTraffic;
import io.axiom.language.routing.RouterReport.ReleaseTraffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All counters since this router started. They outlive the routes they were made for, so that a release taken out of its
 * route can still be seen to finish its last requests.
 */
public final class TrafficLedger {
    /** Counters of releases and instances no route names any more are kept up to this many. */
    private static final int KEPT = 2_000;

    private static final long KEPT_IDLE_NANOS = 600_000_000_000L;

    private record ReleaseKey(String environment, String component, String releaseId) {}

    private final String routerId = UUID.randomUUID().toString();
    private final Map<ReleaseKey, ReleaseCounters> releases = new ConcurrentHashMap<>();
    private final Map<String, InstanceCounters> instances = new ConcurrentHashMap<>();

    public String routerId() {
        return routerId;
    }

    public ReleaseCounters release(Route route, String releaseId) {
        return releases.computeIfAbsent(
                new ReleaseKey(route.environment(), route.component(), releaseId), _ -> new ReleaseCounters());
    }

    public InstanceCounters instance(String instanceId) {
        return instances.computeIfAbsent(instanceId, _ -> new InstanceCounters());
    }

    /** Errors of all releases together. */
    public long errors() {
        long sum = 0;
        for (ReleaseCounters counters : releases.values()) {
            sum += counters.errors();
        }
        return sum;
    }

    /** Forgets what no route in {@code current} names, if there is too much of it. */
    public void prune(Collection<Route> current) {
        if (instances.size() <= KEPT && releases.size() <= KEPT) {
            return;
        }
        Set<ReleaseKey> namedReleases = new HashSet<>();
        Set<String> namedInstances = new HashSet<>();
        for (Route route : current) {
            route.releases().forEach((releaseId, endpoints) -> {
                namedReleases.add(new ReleaseKey(route.environment(), route.component(), releaseId));
                endpoints.forEach(endpoint -> namedInstances.add(endpoint.instanceId()));
            });
            route.weights()
                    .keySet()
                    .forEach(releaseId ->
                            namedReleases.add(new ReleaseKey(route.environment(), route.component(), releaseId)));
        }
        long now = System.nanoTime();
        instances
                .entrySet()
                .removeIf(entry -> !namedInstances.contains(entry.getKey())
                        && entry.getValue().isIdleFor(KEPT_IDLE_NANOS, now));
        if (releases.size() > KEPT) {
            releases.keySet().retainAll(namedReleases);
        }
    }

    public RouterReport report(Collection<Route> current) {
        Map<String, Long> revisions = new HashMap<>();
        current.forEach(route -> revisions.put(route.key(), route.revision()));
        List<ReleaseTraffic> releaseTraffic = new ArrayList<>();
        releases.forEach((key, counters) -> {
            // Errors are read first: a request is counted before its error, so errors never exceed requests.
            long errors = counters.errors();
            releaseTraffic.add(new ReleaseTraffic(
                    key.environment(),
                    key.component(),
                    key.releaseId(),
                    revisions.getOrDefault(key.environment() + '/' + key.component(), 0L),
                    counters.requests(),
                    errors,
                    LatencyBuckets.bounds(),
                    counters.latencies()));
        });
        releaseTraffic.sort(Comparator.comparing(ReleaseTraffic::environment)
                .thenComparing(ReleaseTraffic::component)
                .thenComparing(ReleaseTraffic::releaseId));
        List<InstanceTraffic> instanceTraffic = new ArrayList<>();
        instances.forEach((id, counters) -> {
            long errors = counters.errors();
            instanceTraffic.add(new InstanceTraffic(id, counters.inFlight(), counters.requests(), errors));
        });
        instanceTraffic.sort(Comparator.comparing(InstanceTraffic::instanceId));
        return new RouterReport(routerId, System.currentTimeMillis(), releaseTraffic, instanceTraffic);
    }
}
