package io.axiom.runtime.web;

import io.axiom.language.RejectedException;
import io.axiom.runtime.access.Authenticator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every call below {@code /api/} its actor, as the request attribute {@link #ACTOR}, or refuses it. */
public final class AuthenticationFilter extends OncePerRequestFilter {
    public static final String ACTOR = "axiom.actor";
    /** With this header a SERVICE token names the actor it calls for. */
    public static final String ON_BEHALF_OF = "Axiom-Actor";

    private static final Set<String> LOCAL_ADDRESSES = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Authenticator authenticator;

    public AuthenticationFilter(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !(path.equals("/api")
                || path.startsWith("/api/")
                || path.contains("//")
                || path.contains(";")
                || path.contains("%"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.setAttribute(
                    ACTOR,
                    authenticator.authenticate(new Authenticator.Credentials(
                            request.getHeader("Authorization"), request.getHeader(ON_BEHALF_OF), local(request))));
        } catch (RejectedException e) {
            Problems.write(response, Problem.of(e.rejection()));
            return;
        } catch (RuntimeException e) {
            Problems.write(response, Problems.of(e));
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * Only a program on this machine, not a page in its browser: no {@code Origin}, no {@code Host} that a foreign name resolved
     * to, and not passed on by a proxy.
     */
    private static boolean local(HttpServletRequest request) {
        return LOCAL_ADDRESSES.contains(request.getRemoteAddr())
                && request.getHeader("Origin") == null
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && localName(request.getHeader("Host"));
    }

    private static boolean localName(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return LOCAL_NAMES.contains(name);
    }
}
