package io.axiom.runtime.web;

import io.axiom.language.Rejection;

/** What is said when something this service stands on is down. */
public final class Unavailable {
    public static final Rejection DATABASE = new Rejection(
            "log.unavailable",
            Rejection.Kind.UNAVAILABLE,
            "The log cannot be reached, so nothing was decided.",
            "Check PostgreSQL, then send the same request again; with the same Idempotency-Key it takes effect once.");

    private Unavailable() {}
}
