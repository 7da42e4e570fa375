package io.axiom.router.routing;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.routing.Route;
import io.axiom.language.routing.Route.Endpoint;
import io.axiom.router.traffic.TrafficLedger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All routes of this router. Reading never waits; routes are set one at a time. */
public final class RoutingTable {
    /** Routes one router takes. */
    public static final int MAX_ROUTES = 10_000;

    private final TrafficLedger ledger;
    private final Map<String, RouteSlot> slots = new ConcurrentHashMap<>();
    private Map<Endpoint, LiveEndpoint> endpoints = new HashMap<>();

    public RoutingTable(TrafficLedger ledger) {
        this.ledger = ledger;
    }

    public @Nullable RouteSlot find(String environment, String component) {
        return slots.get(environment + '/' + component);
    }

    public List<Route> routes() {
        return slots.values().stream()
                .map(RouteSlot::route)
                .sorted(java.util.Comparator.comparing(Route::key))
                .toList();
    }

    /**
     * Puts a route into force. Requests that already have their endpoint keep it.
     *
     * @throws RejectedException {@code route.revision-stale} when a newer revision is in force
     */
    public synchronized void put(Route route) {
        RouteSlot slot = slots.get(route.key());
        if (slot != null && route.revision() < slot.route().revision()) {
            throw new RejectedException(new Rejection(
                    "route.revision-stale",
                    Rejection.Kind.CONFLICT,
                    "Route " + route.key() + " is at revision " + slot.route().revision() + "; revision "
                            + route.revision() + " is older and was ignored.",
                    "Read the current state and decide again.",
                    Map.of("currentRevision", Long.toString(slot.route().revision()))));
        }
        if (slot == null && slots.size() >= MAX_ROUTES) {
            throw new RejectedException(new Rejection(
                    "route.too-many",
                    Rejection.Kind.UNPROCESSABLE,
                    "This router already has " + MAX_ROUTES + " routes.",
                    "Use another router for more components."));
        }
        LiveRoute live = live(route, slot == null ? null : slot.live());
        if (slot == null) {
            slots.put(route.key(), new RouteSlot(live));
        } else {
            slot.swap(live);
        }
        forgetUnused();
    }

    private LiveRoute live(Route route, @Nullable LiveRoute before) {
        Set<String> ids = new TreeSet<>(route.releases().keySet());
        ids.addAll(route.weights().keySet());
        List<LiveRelease> releases = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (String id : ids) {
            int weight = route.weights().getOrDefault(id, 0);
            weights.add(weight);
            List<LiveEndpoint> living = route.releases().getOrDefault(id, List.of()).stream()
                    .map(endpoint -> endpoints.computeIfAbsent(
                            endpoint, it -> new LiveEndpoint(it, ledger.instance(it.instanceId()))))
                    .toList();
            releases.add(new LiveRelease(id, weight, living, ledger.release(route, id)));
        }
        boolean sameShares = before != null
                && before.schedule().hasWeights(weights)
                && before.route().weights().equals(route.weights());
        return new LiveRoute(
                route, releases, sameShares && before != null ? before.schedule() : WeightedSchedule.of(weights));
    }

    private void forgetUnused() {
        if (endpoints.size() > 1_000) {
            Set<Endpoint> named = slots.values().stream()
                    .flatMap(slot -> slot.route().releases().values().stream())
                    .flatMap(List::stream)
                    .collect(Collectors.toSet());
            Map<Endpoint, LiveEndpoint> kept = new HashMap<>(endpoints);
            kept.keySet().retainAll(named);
            endpoints = kept;
        }
        ledger.prune(routes());
    }
}
