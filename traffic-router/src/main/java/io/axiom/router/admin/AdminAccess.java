package io.axiom.router.admin;

import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the admin side: who knows the token; where there is none, anything on this machine that is not a web page (a page
 * betrays itself by its Origin, or by a Host that is not local when it plays with DNS).
 */
final class AdminAccess {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final byte @Nullable [] token;

    AdminAccess(@Nullable String token) {
        this.token = token == null || token.isBlank() ? null : token.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns null when the request may pass. */
    @Nullable
    Rejection refusal(HttpServerRequest request) {
        if (token != null) {
            String given = request.getHeader(HttpHeaders.AUTHORIZATION);
            boolean bearer = given != null && given.regionMatches(true, 0, "Bearer ", 0, 7);
            return bearer
                            && MessageDigest.isEqual(
                                    token, given.substring(7).strip().getBytes(StandardCharsets.UTF_8))
                    ? null
                    : new Rejection(
                            "access.token-required",
                            Kind.UNAUTHENTICATED,
                            "This router's admin side wants its token.",
                            "Send Authorization: Bearer with the value of AXIOM_ROUTER_TOKEN.");
        }
        String host = request.getHeader(HttpHeaders.HOST);
        if (request.headers().contains(HttpHeaders.ORIGIN) || host == null || !LOCAL.contains(withoutPort(host))) {
            return new Rejection(
                    "access.not-local",
                    Kind.UNAUTHENTICATED,
                    "Without a token the admin side answers only programs on this machine.",
                    "Call http://127.0.0.1 without an Origin, or start the router with AXIOM_ROUTER_TOKEN.");
        }
        return null;
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return (colon > host.lastIndexOf(']') ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
