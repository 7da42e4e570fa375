package io.axiom.gateway.access;

import io.axiom.language.access.AccessEvent.TokenIssued;
import org.jspecify.annotations.Nullable;

/** What is known of one API token: nothing yet, in force, or revoked for ever. */
sealed interface Token {
    record Unknown() implements Token {}

    record InForce(TokenIssued issued) implements Token {}

    /** @param issued null when it was revoked before it was ever issued */
    record Revoked(@Nullable TokenIssued issued) implements Token {}
}
