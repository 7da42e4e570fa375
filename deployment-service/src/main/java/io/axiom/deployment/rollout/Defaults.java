package io.axiom.deployment.rollout;

import java.time.Duration;

/**
 * The installation's settings that a deployment takes where neither request nor policy says otherwise.
 *
 * @param maxRollbackPoints kept per environment
 */
public record Defaults(
        String strategy,
        boolean autoRollback,
        double errorRatePercent,
        Duration healthCheckTimeout,
        Duration scaleDownDelay,
        Duration drainTimeout,
        int maxRollbackPoints) {
    public static final Defaults STANDARD = new Defaults(
            "blue-green", true, 5.0, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(10), 10);
}
