package io.axiom.embedded.demo;

import io.axiom.embedded.demo.EventWitness.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The events that took a deployment back, as they were read from Kafka. */
final class RollbackChain {
    private static final List<String> NAMES =
            List.of("HealthCheckFailed", "RollbackRequested", "RollbackStarted", "RollbackCompleted");

    private RollbackChain() {}

    /** One line per event; fails unless all four were seen in this order. */
    static List<String> observed(EventWitness witness, String deploymentId) {
        List<String> lines = new ArrayList<>();
        long after = started(witness, deploymentId);
        for (String name : NAMES) {
            long later = after;
            Seen event = Stage.await(
                    name + " on Kafka",
                    Duration.ofSeconds(10),
                    () -> witness.first(seen -> seen.name().equals(name) && seen.position() > later));
            lines.add("Kafka  position %-4d %-18s caused by %-15s %s"
                    .formatted(event.position(), name, event.cause().isEmpty() ? "-" : event.cause(), event.actor()));
            after = event.position();
        }
        return lines;
    }

    private static long started(EventWitness witness, String deploymentId) {
        return Stage.await(
                        "DeploymentStarted on Kafka",
                        Duration.ofSeconds(10),
                        () -> witness.first(seen -> seen.name().equals("DeploymentStarted")
                                && seen.event().path("deploymentId").asString().equals(deploymentId)))
                .position();
    }
}
