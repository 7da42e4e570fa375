package io.axiom.deployment.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How long to wait before an instance is started again, and whether it ends again and again. */
final class Backoff {
    /** So many ends within {@link #WINDOW} are a crash loop. */
    static final int CRASHES = 3;

    static final Duration WINDOW = Duration.ofSeconds(60);
    private static final long SHORTEST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 60_000;

    private final Deque<Instant> ends = new ArrayDeque<>();
    private int row;

    /** Notes an end and returns how long to wait. */
    Duration ended(Instant at) {
        Instant before = ends.peekLast();
        row = before != null && before.plus(WINDOW).isAfter(at) ? row + 1 : 1;
        ends.addLast(at);
        while (ends.size() > CRASHES) {
            ends.removeFirst();
        }
        return Duration.ofMillis(Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(20, row - 1)));
    }

    /** When the crash loop began; null when there is none. */
    @Nullable
    Instant loopingSince() {
        Instant first = ends.peekFirst();
        Instant last = ends.peekLast();
        return first != null
                        && last != null
                        && ends.size() == CRASHES
                        && first.plus(WINDOW).isAfter(last)
                ? first
                : null;
    }
}
