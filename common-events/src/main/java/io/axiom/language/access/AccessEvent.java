package io.axiom.language.access;

import io.axiom.language.Event;
import io.axiom.language.MessageType;
import io.axiom.language.Role;

/** What happened to API tokens. Every service projects these, so each can authenticate without the gateway. */
public sealed interface AccessEvent extends Event {
    String tokenId();

    /** @param sha256 lower-case hex of SHA-256 of the token's text; also the key of its {@link io.axiom.language.CommandSignature} */
    @MessageType("access.TokenIssued.v1")
    record TokenIssued(String tokenId, String name, Role role, String sha256) implements AccessEvent {}

    @MessageType("access.TokenRevoked.v1")
    record TokenRevoked(String tokenId, String reason) implements AccessEvent {}
}
