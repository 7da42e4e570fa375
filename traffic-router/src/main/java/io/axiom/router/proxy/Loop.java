package io.axiom.router.proxy;

import io.axiom.router.RouterOptions;
import io.axiom.router.routing.RoutingTable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the requests of one event loop share. Its client's connections live on the same loop, so nothing changes threads. */
record Loop(
        Vertx vertx,
        HttpClientAgent client,
        RoutingTable table,
        RouterOptions options,
        Watchdog watchdog,
        NetworkMemory memory,
        AtomicBoolean draining) {
    /** Bytes queued for a slow reader before its counterpart is paused. */
    static final int QUEUE = 16 * 1024;

    /** Bytes read at once; small, for what was read is held while its reader is slow. */
    static final int READ = 32 * 1024;
}
