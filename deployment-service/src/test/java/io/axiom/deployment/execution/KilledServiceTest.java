package io.axiom.deployment.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.deployment.target.Instances;
import io.axiom.deployment.target.ProcessTable;
import io.axiom.deployment.target.ProcessTarget;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Target;
import io.axiom.router.Router;
import io.axiom.router.RouterOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole service on real PostgreSQL, Kafka, router and processes. {@code -Daxiom.kills=40} for the long form. */
class KilledServiceTest {
    private static final int KILLS = Integer.getInteger("axiom.kills", 4);
    private static final String ROLLOUT = "test.agent";

    @TempDir
    Path home;

    @AfterEach
    void endAll() {
        Instances.endAll(home);
    }

    @Test
    void rolloutsEndAsTheLogSaysWhereverTheServiceIsKilled() throws Exception {
        Random random = new Random(11);
        try (Router router = Router.start(RouterOptions.inHome(home));
                ServiceProcess service = new ServiceProcess(
                        home,
                        "http://127.0.0.1:" + router.adminPort(),
                        TestInfrastructure.kafka().bootstrapServers())) {
            service.awaitReady();
            service.ask(new CreateEnvironment("test", new Target.Processes(null, null), null, null));
            service.knowsVersion("agent", "1.0.0", Platform.agent("1.0.0"));
            service.ask(deployment("1.0.0"));
            awaitEnd(service, "1.0.0");
            try (Load load = new Load("http://127.0.0.1:" + router.port() + "/test/agent/", 4)) {
                load.awaitMore(50);
                String live = "1.0.0";
                for (int kill = 0; kill < KILLS; kill++) {
                    boolean bad = kill % 2 == 1;
                    String version = "1." + (kill + 1) + ".0";
                    service.knowsVersion(
                            "agent",
                            version,
                            bad ? Platform.agent(version, "--fail-rate", "0.7") : Platform.agent(version));
                    service.ask(deployment(version));
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(2500));
                    service.kill();
                    service.start();
                    service.awaitReady();
                    live = bad ? live : version;
                    awaitEnd(service, live);
                    int asked = load.count();
                    load.awaitMore(50);
                    assertThat(asked).isPositive();
                }
                assertThat(load.failures())
                        .as("only what the bad releases failed themselves")
                        .allMatch(failure -> failure.status() == 500 && isBad(failure.version()));
            }
            assertThat(service.eventTypes())
                    .doesNotContain("deployment.RollbackFailed.v1", "deployment.DeploymentFailed.v1");
        }
    }

    private static boolean isBad(String version) {
        return Integer.parseInt(version.split("\\.", -1)[1]) % 2 == 0 && !version.equals("1.0.0");
    }

    private static StartDeployment deployment(String version) {
        return Platform.request(
                version,
                new Strategy.Canary(
                        List.of(new Strategy.CanaryStep(50, Duration.ofSeconds(2))), null, Duration.ofMillis(500)),
                1,
                HealthCheck.http("/health"),
                null);
    }

    /** Idle with this version live, and the processes of this home are those the log names. */
    private void awaitEnd(ServiceProcess service, String live) throws Exception {
        ProcessTarget target = new ProcessTarget(home.resolve("instances"), System.getenv());
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    JsonNode state = service.state(ROLLOUT);
                    assertThat(state.path("activity").path("type").asString()).isEqualTo("idle");
                    assertThat(state.path("live").path("version").asString()).isEqualTo(live);
                    Map<String, Long> told = new HashMap<>();
                    state.path("instances")
                            .forEach(instance -> told.put(
                                    instance.path("instanceId").asString(),
                                    instance.path("pid").asLong()));
                    Map<String, Long> running = new HashMap<>();
                    target.all().forEach((id, process) -> running.put(id, process.pid()));
                    assertThat(running).isEqualTo(told).hasSize(1);
                    assertThat(ProcessTable.find(running.values().iterator().next()))
                            .isPresent();
                });
    }
}
