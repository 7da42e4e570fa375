package io.axiom.deployment.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.deployment.target.Instances;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Target;
import io.axiom.router.Router;
import io.axiom.router.RouterOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way back on real parts: router, log, Kafka, policy, router. {@code -Daxiom.runs=20} to measure it. */
class TrafficGoesBackTest {
    private static final int RUNS = Integer.getInteger("axiom.runs", 2);

    @TempDir
    Path home;

    @AfterEach
    void endAll() {
        Instances.endAll(home);
    }

    @Test
    void onlyTheBadReleaseItselfFailsRequests() throws Exception {
        List<Long> millis = new ArrayList<>();
        try (Router router = Router.start(RouterOptions.inHome(home));
                ServiceProcess service = new ServiceProcess(
                        home,
                        "http://127.0.0.1:" + router.adminPort(),
                        TestInfrastructure.kafka().bootstrapServers())) {
            service.awaitReady();
            service.ask(new CreateEnvironment("test", new Target.Processes(null, null), null, null));
            deploy(service, "1.0.0");
            awaitIdle(service);
            for (int run = 1; run <= RUNS; run++) {
                try (Load load = new Load("http://127.0.0.1:" + router.port() + "/test/agent/", 8)) {
                    load.awaitMore(50);
                    String bad = "1." + run + ".0";
                    deploy(service, bad, "--fail-rate", "1");
                    await().atMost(Duration.ofSeconds(30)).until(() -> load.answeredBy(bad) > 0);
                    awaitIdle(service);
                    load.awaitMore(50);
                    assertThat(load.failures())
                            .isNotEmpty()
                            .allMatch(f -> f.status() == 500 && f.version().equals(bad));
                    millis.add(load.millisFromFirstFailureToLastAnswerOf(bad));
                }
            }
            service.timeline(List.of("HealthCheckFailed", "RollbackRequested", "TrafficShifted"))
                    .forEach(System.out::println);
            assertThat(service.eventTypes())
                    .contains("deployment.HealthCheckFailed.v1", "deployment.RollbackCompleted.v1");
        }
        System.out.println("first failing answer to last answer of the bad release, ms: " + millis);
    }

    private static void deploy(ServiceProcess service, String version, String... options) throws Exception {
        service.knowsVersion("agent", version, Platform.agent(version, options));
        service.ask(Platform.request(
                version,
                new Strategy.Canary(
                        List.of(new Strategy.CanaryStep(20, Duration.ofSeconds(30))), null, Duration.ofMillis(500)),
                1,
                HealthCheck.http("/health"),
                null));
    }

    private static void awaitIdle(ServiceProcess service) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> service.state("test.agent")
                                .path("activity")
                                .path("type")
                                .asString()
                                .equals("idle")
                        && service.state("test.agent")
                                .path("live")
                                .path("version")
                                .asString()
                                .equals("1.0.0"));
    }
}
