package io.axiom.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.embedded.demo.Api;
import io.axiom.embedded.demo.EventWitness;
import io.axiom.embedded.demo.Shop;
import io.axiom.language.deployment.view.EnvironmentView;
import io.axiom.language.deployment.view.EnvironmentView.ComponentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Compares what the log says with the processes that run, the routes that are set and what Kafka carries. */
final class Truth {
    private final Cluster cluster;
    private final Api gateway;
    private final Api deployment;
    private final Api router;

    Truth(Cluster cluster) {
        this.cluster = cluster;
        this.gateway = new Api("http://127.0.0.1:" + cluster.ports().gateway());
        this.deployment = new Api("http://127.0.0.1:" + cluster.ports().deployment());
        this.router = new Api("http://127.0.0.1:" + cluster.ports().routerAdmin());
    }

    /** The environment becomes, and then is, what the log says it is. */
    void holds() {
        Awaitility.await("the world to be what the log says")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    ComponentState said = component();
                    assertThat(said.activeDeploymentId()).isNull();
                    assertThat(runningReleases()).isEqualTo(Map.of(said.releaseId(), (long) said.instances()));
                    assertThat(routedWeights()).isEqualTo(Map.of(said.releaseId(), 100));
                });
        JsonNode verification = deployment.get("/api/log/verify");
        assertThat(verification.path("verified").asLong()).isPositive();
        assertThat(verification.has("firstBad"))
                .as("a bad position in %s", verification)
                .isFalse();
    }

    private ComponentState component() {
        return gateway.get("/api/environments/" + Shop.ENVIRONMENT, EnvironmentView.class)
                .components()
                .getFirst();
    }

    /** Instances that are alive, per release, from the operating system's process table. */
    private Map<String, Long> runningReleases() {
        Map<String, Long> releases = new TreeMap<>();
        for (String instance : cluster.instanceIds()) {
            String prefix = Shop.ENVIRONMENT + '.' + Shop.COMPONENT + '.';
            String release = instance.substring(prefix.length(), instance.lastIndexOf('.'));
            releases.merge(release, 1L, Long::sum);
        }
        return releases;
    }

    private Map<String, Integer> routedWeights() {
        Map<String, Integer> weights = new TreeMap<>();
        JsonNode routes = router.get("/routes").path("routes");
        routes.valueStream()
                .filter(route -> route.path("component").asString().equals(Shop.COMPONENT))
                .forEach(route -> route.path("weights").propertyStream().forEach(weight -> {
                    if (weight.getValue().asInt() > 0) {
                        weights.put(weight.getKey(), weight.getValue().asInt());
                    }
                }));
        return weights;
    }

    void everyAcknowledgedCommandWasDoneOnce(Ledger ledger) {
        List<JsonNode> log = new ArrayList<>();
        while (true) {
            JsonNode page = deployment.get("/api/log/events?after=" + log.size() + "&limit=500");
            List<JsonNode> events =
                    (page.isArray() ? page : page.path("events")).valueStream().toList();
            if (events.isEmpty()) {
                break;
            }
            log.addAll(events);
        }
        assertThat(log.stream().map(event -> event.path("position").asLong()).toList())
                .as("positions without gaps")
                .isEqualTo(LongStream.rangeClosed(1, log.size()).boxed().toList());
        ledger.acknowledged().forEach((commandId, answer) -> {
            String started = answer.path("deploymentId").asString("");
            if (!started.isEmpty()) {
                assertThat(log.stream()
                                .filter(event ->
                                        event.path("type").asString().startsWith("deployment.DeploymentStarted"))
                                .filter(event -> event.path("event")
                                        .path("deploymentId")
                                        .asString()
                                        .equals(started)))
                        .as("deployments " + started + " of command " + commandId)
                        .hasSize(1);
            }
        });
        try (EventWitness witness =
                new EventWitness("127.0.0.1:" + cluster.ports().kafka())) {
            Awaitility.await("Kafka to carry the whole log")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(witness.seen().stream().map(EventWitness.Seen::position))
                            .containsExactlyElementsOf(LongStream.rangeClosed(1, log.size())
                                    .boxed()
                                    .toList()));
        }
    }
}
