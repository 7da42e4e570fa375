package io.axiom.runtime.web;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.runtime.projection.Positions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Read your writes. A GET with {@code Axiom-Min-Position: deployment=42} waits until this service has projected that. One
 * without waits a moment for what is in this service's own log already, so that what was just made is found.
 */
public final class MinPosition implements HandlerInterceptor {
    public static final String HEADER = "Axiom-Min-Position";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Positions positions;
    private final String ownContext;
    private final LongSupplier head;

    /** @param head the last position of the log of {@code ownContext} */
    public MinPosition(Positions positions, String ownContext, LongSupplier head) {
        this.positions = positions;
        this.ownContext = ownContext;
        this.head = head;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String header = request.getHeader(HEADER);
        if (!request.getMethod().equals("GET")) {
            return true;
        }
        if (header == null) {
            if (request.getRequestURI().startsWith("/api/")) {
                positions.await(ownContext, head.getAsLong(), A_MOMENT);
            }
            return true;
        }
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (String part : header.split(",", 20)) {
            int separator = part.indexOf('=');
            if (separator < 1) {
                throw invalid(header);
            }
            String context = part.substring(0, separator).trim();
            long position;
            try {
                position = Long.parseLong(part.substring(separator + 1).trim());
            } catch (NumberFormatException e) {
                throw invalid(header);
            }
            Duration left = Duration.of(deadline - System.nanoTime(), TimeUnit.NANOSECONDS.toChronoUnit());
            if (!positions.await(context, position, left)) {
                throw new RejectedException(new Rejection(
                        "read.not-yet",
                        Rejection.Kind.UNAVAILABLE,
                        "This service has not yet seen position " + position + " of " + context + "; it is at "
                                + positions.projected(context) + ".",
                        "Try again in a moment, or leave out " + HEADER + " to read what there is.",
                        Map.of("context", context, "position", Long.toString(positions.projected(context)))));
            }
        }
        return true;
    }

    private static RejectedException invalid(String header) {
        return new RejectedException(new Rejection(
                "request.invalid",
                Rejection.Kind.INVALID,
                "The header " + HEADER + " is \"" + Texts.shorten(header, 100) + "\".",
                "Write it as <context>=<position>, several with commas."));
    }
}
