package io.axiom.gateway.proxy;

import io.axiom.language.Contexts;
import io.axiom.runtime.web.MinPosition;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A position is waited for by the service it is of. What service-runtime waits for here is only the gateway's own context's;
 * the rest is kept for the service the question is passed on to.
 */
@Component
class MinPositionFilter extends OncePerRequestFilter {
    private static final String ASKED = "axiom.min-position";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getHeader(MinPosition.HEADER);
        if (asked == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ASKED, asked);
        String own = of(asked, Contexts.ACCESS);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public @Nullable String getHeader(String name) {
                        return MinPosition.HEADER.equalsIgnoreCase(name) ? own : super.getHeader(name);
                    }
                },
                response);
    }

    /** The part of the header one service can wait for; null when it names none of its positions. */
    static @Nullable String of(HttpServletRequest request, String context) {
        return request.getAttribute(ASKED) instanceof String asked ? of(asked, context) : null;
    }

    private static @Nullable String of(String asked, String context) {
        String parts = Arrays.stream(asked.split(",", 20))
                .map(String::strip)
                .filter(part -> part.startsWith(context + '=') || part.indexOf('=') < 1)
                .collect(Collectors.joining(","));
        return parts.isEmpty() ? null : parts;
    }
}
