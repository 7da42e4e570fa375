package io.axiom.language.deployment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When traffic itself counts as a failed check.
 *
 * @param errorRatePercent more than this many percent of a release's responses failed, default {@code ROLLBACK_THRESHOLD} (5)
 * @param latencyP99 the 99th percentile is above this; null does not look at latency
 * @param minimumRequests requests before a verdict, default 5
 * @param minimumErrors errors before a verdict on the error rate, default 3
 * @param window how far back responses count, default 10 s
 */
public record Thresholds(
        @Nullable Double errorRatePercent,
        @Nullable Duration latencyP99,
        @Nullable Integer minimumRequests,
        @Nullable Integer minimumErrors,
        @Nullable Duration window) {
    public static final Thresholds DEFAULTS = new Thresholds(null, null, null, null, null);
}
