package io.axiom.router.routing;

import io.axiom.router.traffic.ReleaseCounters;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One release of a route: its endpoints, and who of them is next. */
final class LiveRelease {
    private final String releaseId;
    private final int weight;
    private final List<LiveEndpoint> endpoints;
    private final ReleaseCounters counters;
    private final AtomicInteger turn = new AtomicInteger();

    LiveRelease(String releaseId, int weight, List<LiveEndpoint> endpoints, ReleaseCounters counters) {
        this.releaseId = releaseId;
        this.weight = weight;
        this.endpoints = endpoints;
        this.counters = counters;
    }

    String releaseId() {
        return releaseId;
    }

    int weight() {
        return weight;
    }

    ReleaseCounters counters() {
        return counters;
    }

    /**
     * The endpoint with the fewest requests in flight, in turn among equals; null when there is none.
     *
     * @param tried not these
     * @param resting whether those that rest after a refusal will do
     */
    @Nullable
    LiveEndpoint choose(Collection<LiveEndpoint> tried, boolean resting, long nowNanos) {
        int size = endpoints.size();
        int first = size > 1 ? Math.floorMod(turn.getAndIncrement(), size) : 0;
        LiveEndpoint best = null;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            LiveEndpoint candidate = endpoints.get((first + i) % size);
            int inFlight = candidate.counters().inFlight();
            if (inFlight < fewest && (resting || !candidate.isResting(nowNanos)) && !tried.contains(candidate)) {
                best = candidate;
                fewest = inFlight;
            }
        }
        return best;
    }
}
