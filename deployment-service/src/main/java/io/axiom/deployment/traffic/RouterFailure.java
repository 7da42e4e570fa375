package io.axiom.deployment.traffic;

import io.axiom.language.deployment.Cause;
import io.axiom.language.routing.Route;

/** The router will not take a route, and asking again would not change that. */
public final class RouterFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Cause reason;

    RouterFailure(Cause reason) {
        super(reason.code() + ": " + reason.detail(), null, false, false);
        this.reason = reason;
    }

    /** The router's route is from a log this is not. */
    public static RouterFailure foreign(Route route, long revision) {
        return new RouterFailure(new Cause(
                "router.foreign-route",
                "The router's route of " + route.key() + " has revision " + revision
                        + ", which this log has not reached: it was set from another log.",
                "Stop the router, delete its routes.json and start it again; then retry the deployment."));
    }

    public Cause reason() {
        return reason;
    }
}
