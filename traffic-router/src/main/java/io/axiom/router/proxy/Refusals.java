package io.axiom.router.proxy;

import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;

/** What the public side says when a request does not reach a release. Nothing from the request is repeated in it. */
enum Refusals {
    MALFORMED(
            400,
            "request.malformed",
            "The request line or its headers are malformed or could be understood in two ways.",
            "Send one Host, at most one of Content-Length and Transfer-Encoding, and a path without dot segments."),
    TOO_SLOW(408, "request.too-slow", "The request's body stopped coming.", "Send the request again."),
    URI_TOO_LONG(414, "request.uri-too-long", "The request line is too long.", "Send at most 8 KiB of path and query."),
    HEADERS_TOO_LARGE(
            431,
            "request.headers-too-large",
            "The request's headers are too large.",
            "Send at most 16 KiB of headers."),
    UNKNOWN(
            404,
            "route.unknown",
            "No route leads there.",
            "Ask for /<environment>/<component>/… or send Host: <component>.<environment>.…; a component has a route once it"
                    + " has been deployed."),
    NO_ENDPOINT(
            503,
            "route.no-endpoint",
            "No instance of this component takes requests now.",
            "Try again shortly; `axiom status` shows what is wrong."),
    OVERLOADED(
            503,
            "router.overloaded",
            "The router or this instance has more waiting than it can hold.",
            "Try again shortly."),
    FAILED(
            502,
            "upstream.failed",
            "The instance closed the connection before it answered.",
            "Send the request again if doing it twice is harmless."),
    TIMEOUT(
            504,
            "upstream.timeout",
            "The instance did not answer in time.",
            "Send the request again if doing it twice is harmless.");

    final int status;
    final Rejection rejection;

    Refusals(int status, String code, String detail, String next) {
        this.status = status;
        this.rejection = new Rejection(code, status < 500 ? Kind.INVALID : Kind.UNAVAILABLE, detail, next);
    }
}
