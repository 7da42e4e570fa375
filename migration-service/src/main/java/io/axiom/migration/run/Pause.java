package io.axiom.migration.run;

import io.axiom.migration.database.SqlFailure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting. */
final class Pause {
    private static final long FIRST_MS = 50;
    private static final long LONGEST_MS = 5_000;

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SqlFailure("interrupted", "57014", 0, 0, e);
        }
    }

    /** Longer after each attempt, and never twice the same, so that two that met do not meet again. */
    static void before(int attempt) {
        long most = Math.min(LONGEST_MS, FIRST_MS << Math.min(attempt, 10));
        of(Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1)));
    }
}
