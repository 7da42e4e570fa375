package io.axiom.language.access;

import io.axiom.language.Command;
import io.axiom.language.MessageType;
import io.axiom.language.Role;

/** What can be asked about API tokens. The aggregate is the token. */
public sealed interface AccessCommand extends Command {
    /** Public name of the token, for example {@code ci}; never the secret. */
    String tokenId();

    @Override
    default String aggregateId() {
        return tokenId();
    }

    /**
     * The secret is made by the caller and shown once; only its digest travels.
     *
     * @param name of the actor the token stands for
     * @param sha256 lower-case hex of SHA-256 of the token's text
     */
    @MessageType("access.IssueToken.v1")
    record IssueToken(String tokenId, String name, Role role, String sha256) implements AccessCommand {}

    @MessageType("access.RevokeToken.v1")
    record RevokeToken(String tokenId, String reason) implements AccessCommand {}
}
