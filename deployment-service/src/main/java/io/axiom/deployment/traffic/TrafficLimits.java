package io.axiom.deployment.traffic;

import io.axiom.language.deployment.Thresholds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thresholds with every default filled in. */
public record TrafficLimits(
        double errorRatePercent,
        @Nullable Duration latencyP99,
        int minimumRequests,
        int minimumErrors,
        Duration window) {

    /** @param defaultErrorRatePercent {@code ROLLBACK_THRESHOLD} */
    public static TrafficLimits of(Thresholds thresholds, double defaultErrorRatePercent) {
        return new TrafficLimits(
                thresholds.errorRatePercent() == null ? defaultErrorRatePercent : thresholds.errorRatePercent(),
                thresholds.latencyP99(),
                thresholds.minimumRequests() == null ? 5 : thresholds.minimumRequests(),
                thresholds.minimumErrors() == null ? 3 : thresholds.minimumErrors(),
                thresholds.window() == null ? Duration.ofSeconds(10) : thresholds.window());
    }
}
