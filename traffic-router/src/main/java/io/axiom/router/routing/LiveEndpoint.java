package io.axiom.router.routing;

import io.axiom.language.routing.Route.Endpoint;
import io.axiom.router.traffic.InstanceCounters;
import io.vertx.core.net.SocketAddress;

/**
 * One address requests can go to. Lives as long as routes name it, so what was learned of it survives a new revision.
 *
 * <p>An endpoint that refused a connection is left alone for a while: half a second, doubled each time up to eight.
 */
public final class LiveEndpoint {
    private static final long FIRST_REST_NANOS = 500_000_000L;
    private static final int MOST_DOUBLINGS = 4;

    private final Endpoint endpoint;
    private final SocketAddress address;
    private final InstanceCounters counters;
    private volatile int refusals;
    private volatile long restsUntilNanos;

    LiveEndpoint(Endpoint endpoint, InstanceCounters counters) {
        this.endpoint = endpoint;
        this.address = SocketAddress.inetSocketAddress(endpoint.port(), endpoint.host());
        this.counters = counters;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public SocketAddress address() {
        return address;
    }

    InstanceCounters counters() {
        return counters;
    }

    boolean isResting(long nowNanos) {
        return refusals > 0 && nowNanos - restsUntilNanos < 0;
    }

    /** Racing refusals may count as one; the rest is only the shorter for it. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void refused(long nowNanos) {
        if (isResting(nowNanos)) {
            return;
        }
        restsUntilNanos = nowNanos + (FIRST_REST_NANOS << Math.min(refusals, MOST_DOUBLINGS));
        refusals++;
    }

    void connected() {
        if (refusals != 0) {
            refusals = 0;
        }
    }
}
