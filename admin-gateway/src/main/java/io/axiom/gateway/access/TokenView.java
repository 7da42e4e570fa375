package io.axiom.gateway.access;

import io.axiom.language.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One API token, without its secret. */
record TokenView(
        String tokenId,
        String name,
        Role role,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable String reason,
        long position) {

    /** What issuing answers: the only time the secret is shown. */
    record Issued(String tokenId, String name, Role role, String token, long position) {}

    /** @param next cursor of the next page, null at the end */
    record Page(java.util.List<TokenView> items, @Nullable String next) {}

    /** @param id chosen by the caller; null for one made from the name */
    record Request(
            @Nullable String id,
            @Nullable String name,
            @Nullable Role role) {}
}
