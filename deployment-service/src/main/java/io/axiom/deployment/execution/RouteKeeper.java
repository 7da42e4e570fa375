package io.axiom.deployment.execution;

import io.axiom.deployment.traffic.RouterFailure;
import io.axiom.deployment.traffic.RouterLink;
import io.axiom.language.routing.Route;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the router's route for one rollout what its state asks for: one writer per route, so routes arrive in the order they
 * were decided.
 */
final class RouteKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(RouteKeeper.class);

    private final Supplier<@Nullable RouterLink> router;
    private final LongSupplier head;
    private final Supplier<Route> wanted;
    private final Thread thread;
    private long asked;
    private long confirmed;
    private boolean forced;
    private @Nullable Route last;
    private @Nullable RouterFailure failure;
    private boolean stopped;

    /**
     * @param router gives null when the environment has none
     * @param head the log's last position
     */
    RouteKeeper(String rolloutId, Supplier<@Nullable RouterLink> router, LongSupplier head, Supplier<Route> wanted) {
        this.router = router;
        this.head = head;
        this.wanted = wanted;
        this.thread = Thread.ofVirtual().name("route-" + rolloutId).unstarted(this::run);
        thread.start();
    }

    /** The wanted route may have changed. */
    synchronized long ask() {
        asked++;
        notifyAll();
        return asked;
    }

    /** The router may have forgotten what it was told. */
    synchronized long askAnew() {
        forced = true;
        return ask();
    }

    /** Waits until the router has a route at least as new as when asked for; false when the time is up. */
    synchronized boolean await(long version, Duration timeout) throws InterruptedException, RouterFailure {
        long until = System.nanoTime() + timeout.toNanos();
        while (confirmed < version) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0 || stopped) {
                return false;
            }
            wait(left);
            RouterFailure failed = failure;
            if (failed != null && confirmed < version) {
                throw failed;
            }
        }
        return true;
    }

    private void run() {
        try {
            while (true) {
                long version;
                synchronized (this) {
                    while (asked == confirmed && !stopped) {
                        wait();
                    }
                    if (stopped) {
                        return;
                    }
                    version = asked;
                }
                putOrRetry(version);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void putOrRetry(long version) throws InterruptedException {
        try {
            put(version);
        } catch (RuntimeException e) {
            LOG.error("A route could not be set yet", e);
            Thread.sleep(500);
        }
    }

    private void put(long version) throws InterruptedException {
        RouterLink link = router.get();
        Route route = wanted.get();
        boolean needed;
        synchronized (this) {
            Route before = last;
            // A rollout that never had traffic needs no route.
            boolean unused = before == null
                    && !forced
                    && route.weights().isEmpty()
                    && route.matches().isEmpty();
            needed = link != null && !unused && (forced || before == null || !RoutePlan.sameContent(before, route));
            forced = false;
        }
        try {
            if (needed && link != null) {
                send(link, route);
            }
            confirm(version, needed ? route : null);
        } catch (RouterFailure e) {
            LOG.error("The route of {} was refused: {}", route.key(), e.reason().detail());
            synchronized (this) {
                failure = e;
                confirmed = version - 1;
                notifyAll();
                wait(1000);
            }
        }
    }

    private void send(RouterLink link, Route route) throws RouterFailure, InterruptedException {
        OptionalLong newer = link.client().put(route);
        if (newer.isEmpty()) {
            return;
        }
        if (newer.getAsLong() > head.getAsLong()) {
            throw RouterFailure.foreign(route, newer.getAsLong());
        }
        // Another control plane is ahead of this one. What it set is what this one will want when it has read as far.
        synchronized (this) {
            forced = true;
        }
    }

    private synchronized void confirm(long version, @Nullable Route sent) {
        failure = null;
        confirmed = Math.max(confirmed, version);
        last = sent == null ? last : sent;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
        thread.interrupt();
    }
}
