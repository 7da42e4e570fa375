package io.axiom.language.routing;

import java.util.List;

/**
 * What a router has seen since it started. Counters only grow; readers take differences. A new {@code routerId} means the
 * router restarted and counters began again at zero.
 *
 * @param atMillis the router's clock, milliseconds since the epoch
 */
public record RouterReport(
        String routerId, long atMillis, List<ReleaseTraffic> releases, List<InstanceTraffic> instances) {

    /**
     * Counters of one release on one route.
     *
     * @param errors responses with status 500 to 599, and requests the release never answered
     * @param latencyBucketsMicros upper bounds of the histogram's buckets, in microseconds; the last bucket is open
     * @param latencyCounts requests per bucket
     */
    public record ReleaseTraffic(
            String environment,
            String component,
            String releaseId,
            long revision,
            long requests,
            long errors,
            long[] latencyBucketsMicros,
            long[] latencyCounts) {}

    /** Requests an instance has not answered yet; zero means it is drained. */
    public record InstanceTraffic(String instanceId, long inFlight, long requests, long errors) {}
}
