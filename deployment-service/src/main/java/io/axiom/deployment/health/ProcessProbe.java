package io.axiom.deployment.health;

import java.time.Duration;

/** Passes while the instance's process lives. */
final class ProcessProbe implements Probe {
    @Override
    public Result attempt(Endpoint endpoint, Duration timeout) {
        return endpoint.alive().getAsBoolean()
                ? Result.passed("the process runs")
                : Result.failed(
                        "health.process-gone",
                        "The process of " + endpoint.instanceId() + " does not run.",
                        "Look at the instance's output for why it ended.");
    }
}
