package io.axiom.router.routing;

import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.routing.HeaderMatch;
import io.axiom.language.routing.Route;
import io.axiom.language.routing.Route.Endpoint;
import java.util.regex.Pattern;

/** What a route from outside must be like before it is let in. */
public final class RouteRules {
    private static final int MAX_RELEASES = 100;
    private static final int MAX_ENDPOINTS = 1_000;
    private static final int MAX_MATCHES = 100;
    private static final int MAX_WEIGHT = 1_000_000;
    /** Ids travel in a response header, so they are plain. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~:-]{0,254}");

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,998}[\\x21-\\x7e])?");

    private RouteRules() {}

    /** Returns {@code route} or throws a {@link RejectedException} with code {@code route.invalid}. */
    public static Route require(Route route) {
        Names.require("environment", text("environment", route.environment()));
        Names.require("component", text("component", route.component()));
        check(route.revision() >= 0, "revision must not be negative");
        check(route.releases().size() <= MAX_RELEASES, "releases has more than " + MAX_RELEASES + " entries");
        check(route.weights().size() <= MAX_RELEASES, "weights has more than " + MAX_RELEASES + " entries");
        check(route.matches().size() <= MAX_MATCHES, "matches has more than " + MAX_MATCHES + " entries");
        route.releases().forEach((releaseId, endpoints) -> {
            id("release id", releaseId);
            check(endpoints.size() <= MAX_ENDPOINTS, "a release has more than " + MAX_ENDPOINTS + " endpoints");
            endpoints.forEach(RouteRules::endpoint);
        });
        route.weights().forEach((releaseId, weight) -> {
            id("release id", releaseId);
            check(weight >= 0 && weight <= MAX_WEIGHT, "weights are from 0 to " + MAX_WEIGHT);
        });
        route.matches().forEach(RouteRules::match);
        return route;
    }

    private static void endpoint(Endpoint endpoint) {
        check(endpoint != null, "an endpoint is null");
        id("instanceId", endpoint.instanceId());
        String host = text("host", endpoint.host());
        check(HOST.matcher(host).matches(), "host \"" + Texts.shorten(host, 80) + "\" is not a host name or address");
        check(endpoint.port() >= 1 && endpoint.port() <= 65_535, "port " + endpoint.port() + " is not from 1 to 65535");
    }

    private static void match(HeaderMatch match) {
        check(HEADER.matcher(text("header", match.header())).matches(), "a match's header is not a header name");
        check(HEADER_VALUE.matcher(text("value", match.value())).matches(), "a match's value is not a header value");
        id("releaseId", match.releaseId());
    }

    private static void id(String what, String value) {
        check(
                ID.matcher(text(what, value)).matches(),
                what + " \"" + Texts.shorten(value, 80) + "\" has characters or a length an id cannot have");
    }

    @SuppressWarnings("ConstantValue") // JSON leaves out what the type says is always there
    private static String text(String what, String value) {
        check(value != null, what + " is missing");
        return value;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new RejectedException(new Rejection(
                    "route.invalid",
                    Rejection.Kind.INVALID,
                    "The route was not taken: " + otherwise + ".",
                    "Correct the route and send it again; the one in force is unchanged."));
        }
    }
}
