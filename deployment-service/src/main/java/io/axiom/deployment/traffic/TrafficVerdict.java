package io.axiom.deployment.traffic;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a release's traffic within the window says about it.
 *
 * @param firstErrorAtMillis when the first error within the window was reported, null when there was none
 */
record TrafficVerdict(
        State state,
        long requests,
        long errors,
        long p99Micros,
        @Nullable Long firstErrorAtMillis) {
    enum State {
        TOO_FEW,
        HEALTHY,
        ERRORS,
        SLOW
    }

    double errorPercent() {
        return requests == 0 ? 0 : errors * 100.0 / requests;
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "%d of %d requests failed (%.1f %%)%s",
                errors,
                requests,
                errorPercent(),
                p99Micros > 0 ? String.format(Locale.ROOT, ", p99 ≥ %.1f ms", p99Micros / 1000.0) : "");
    }
}
