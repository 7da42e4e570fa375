package io.axiom.router.routing;

import io.axiom.language.routing.Route;
import io.axiom.router.routing.LiveRoute.Choice;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The place of one route; what is in it is swapped as a whole. */
public final class RouteSlot {
    private volatile LiveRoute current;

    RouteSlot(LiveRoute first) {
        this.current = first;
    }

    LiveRoute live() {
        return current;
    }

    void swap(LiveRoute next) {
        current = next;
    }

    public Route route() {
        return current.route();
    }

    /**
     * Takes the next endpoint for a request, null when there is none.
     *
     * <p>The endpoint is marked busy before the route is looked at once more. So whoever swaps the route first and reads the
     * in-flight count then either sees this request, or this request sees the new route: a zero can be trusted.
     *
     * @param header the request's value of a header, null when it has none
     * @param failed the lease that just failed this request, null on its first try
     * @param tried endpoints that already failed this request
     */
    public @Nullable Lease acquire(
            UnaryOperator<@Nullable String> header, @Nullable Lease failed, Collection<LiveEndpoint> tried) {
        while (true) {
            LiveRoute route = current;
            Choice choice = route.choose(route.matched(header), failed == null ? null : failed.releaseId(), tried);
            if (choice == null) {
                return null;
            }
            choice.endpoint().counters().enter();
            if (current == route) {
                choice.unable().forEach(release -> release.counters().count(true, 0));
                return new Lease(choice.release(), choice.endpoint());
            }
            choice.endpoint().counters().leave();
        }
    }
}
