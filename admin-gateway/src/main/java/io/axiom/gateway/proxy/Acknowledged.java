package io.axiom.gateway.proxy;

import io.axiom.language.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What this gateway has lately told callers was done. A question that follows at once is answered from there on, also for
 * callers that know nothing of positions. Only lately: a service whose projections are stuck must not slow every question.
 */
@Component
public class Acknowledged {
    private static final Duration LATELY = Duration.ofSeconds(2);

    private final Map<String, Last> last = new ConcurrentHashMap<>();

    private record Last(long position, long atNanos) {
        Last or(Last other) {
            return position >= other.position ? this : other;
        }
    }

    public void add(Reply.Accepted accepted) {
        last.merge(accepted.context(), new Last(accepted.position(), System.nanoTime()), Last::or);
    }

    /** Null when nothing was acknowledged lately. */
    @Nullable
    Long lately(String context) {
        Last known = last.get(context);
        return known == null || System.nanoTime() - known.atNanos() > LATELY.toNanos() ? null : known.position();
    }
}
