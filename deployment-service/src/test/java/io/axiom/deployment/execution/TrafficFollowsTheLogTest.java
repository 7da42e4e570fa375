package io.axiom.deployment.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.traffic.RouterClient;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.language.deployment.RolloutEvent.InstanceStopped;
import io.axiom.language.deployment.RolloutEvent.RollbackCompleted;
import io.axiom.language.deployment.RolloutEvent.StepFailed;
import io.axiom.language.deployment.RolloutEvent.TrafficShifted;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.routing.Route;
import io.axiom.router.Router;
import io.axiom.router.RouterOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficFollowsTheLogTest {
    @TempDir
    Path home;

    private Router router;
    private Platform platform;
    private String url;

    @BeforeEach
    void open() throws Exception {
        router = Router.start(RouterOptions.inHome(home));
        url = "http://127.0.0.1:" + router.port() + "/test/agent/";
        platform = new Platform(home.resolve("instances"), "http://127.0.0.1:" + router.adminPort());
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
        router.close();
    }

    @Test
    void replacingAReleaseLosesNoRequest() throws Exception {
        platform.deploy("1.0.0", 2, "--latency-ms", "20");
        eventually().until(platform::isIdle);
        try (Load load = new Load(url, 16)) {
            load.awaitMore(200);
            platform.deploy("1.1.0", 2, "--latency-ms", "20");
            eventually().until(() -> platform.isIdle() && platform.liveVersion().equals("1.1.0"));
            eventually()
                    .untilAsserted(() ->
                            assertThat(platform.log.all(InstanceStopped.class)).hasSize(2));
            load.awaitMore(200);
            assertThat(load.failures()).isEmpty();
            assertThat(load.answeredBy("1.1.0")).isPositive();
        }
    }

    @Test
    void rollingOverLosesNoRequest() throws Exception {
        platform.deploy("1.0.0", 3, "--latency-ms", "10");
        eventually().until(platform::isIdle);
        try (Load load = new Load(url, 8)) {
            load.awaitMore(100);
            platform.deploy("1.1.0", 3, new Strategy.Rolling(1, 1, 1), Duration.ofSeconds(30), "--latency-ms", "10");
            eventually().until(() -> platform.isIdle() && platform.liveVersion().equals("1.1.0"));
            load.awaitMore(100);
            assertThat(load.failures()).isEmpty();
            assertThat(platform.processes()).hasSize(3);
        }
    }

    @Test
    void aReleaseThatFailsUnderLoadLosesItsTrafficAtOnce() throws Exception {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        try (Load load = new Load(url, 8)) {
            load.awaitMore(100);
            platform.deploy(
                    "1.1.0",
                    1,
                    new Strategy.Canary(
                            List.of(new Strategy.CanaryStep(30, Duration.ofSeconds(60))), null, Duration.ofSeconds(60)),
                    Duration.ofSeconds(30),
                    "--fail-rate",
                    "0.4");
            eventually().until(() -> !platform.log.all(RollbackCompleted.class).isEmpty());
            load.awaitMore(100);
            assertThat(load.failures())
                    .isNotEmpty()
                    .allMatch(failure ->
                            failure.status() == 500 && failure.version().equals("1.1.0"));
            System.out.println("from first failing answer to last answer of the bad release: "
                    + load.millisFromFirstFailureToLastAnswerOf("1.1.0") + " ms, "
                    + load.failures().size() + " of "
                    + load.count() + " failed");
        }
        assertThat(platform.log.all(HealthCheckFailed.class)).first().satisfies(failed -> {
            assertThat(failed.check()).isEqualTo("traffic");
            assertThat(failed.cause().code()).isEqualTo("traffic.error-rate");
            assertThat(failed.firstFailureAt()).isBeforeOrEqualTo(failed.at());
        });
        assertThat(platform.liveVersion()).isEqualTo("1.0.0");
        eventually().until(() -> platform.processes().size() == 1);
    }

    @Test
    void aSlowRequestIsAnsweredByTheInstanceBeingStopped() throws Exception {
        platform.deploy("1.0.0", 1, "--latency-ms", "1500");
        eventually().until(platform::isIdle);
        try (HttpClient client = HttpClient.newHttpClient()) {
            platform.deploy("1.1.0", 1);
            CompletableFuture<HttpResponse<String>> answer = null;
            while (platform.log.all(TrafficShifted.class).size() < 2) {
                answer = client.sendAsync(
                        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
                Thread.sleep(20);
            }
            assertThat(answer).isNotNull();
            assertThat(answer.get().statusCode()).isEqualTo(200);
            eventually()
                    .untilAsserted(() ->
                            assertThat(platform.log.all(InstanceStopped.class)).hasSize(1));
        }
    }

    @Test
    void aRouterThatForgotItsRoutesIsToldAgain() throws Exception {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        int port = router.port();
        int adminPort = router.adminPort();
        router.close();
        router = Router.start(RouterOptions.read(
                List.of(
                        "--port", Integer.toString(port),
                        "--admin-port", Integer.toString(adminPort),
                        "--home", home.resolve("elsewhere").toString()),
                _ -> null,
                _ -> null));
        try (HttpClient client = HttpClient.newHttpClient()) {
            eventually()
                    .untilAsserted(() -> assertThat(client.send(
                                            HttpRequest.newBuilder(URI.create(url))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .body())
                            .contains("\"version\":\"1.0.0\""));
        }
    }

    @Test
    void aRouteSetFromAnotherLogIsNotFoughtOver() throws Exception {
        new RouterClient("http://127.0.0.1:" + router.adminPort(), null)
                .put(new Route("test", "agent", 1_000_000, Map.of(), Map.of(), List.of()));
        platform.deploy("1.0.0", 1);
        eventually().until(() -> platform.state().activity() instanceof RolloutState.Stuck);
        assertThat(platform.log.all(StepFailed.class))
                .isNotEmpty()
                .allMatch(failed -> failed.cause().code().equals("router.foreign-route"));
    }

    @Test
    void aRouterThatIsAwayForAWhileGetsItsRouteWhenItIsBack() throws Exception {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        int port = router.port();
        int adminPort = router.adminPort();
        router.close();
        platform.deploy("1.1.0", 1);
        eventually()
                .until(() -> CurrentStep.of(platform.state()) instanceof CurrentStep step
                        && step.step() instanceof Step.ShiftTraffic);
        router = Router.start(RouterOptions.read(
                List.of(
                        "--port", Integer.toString(port),
                        "--admin-port", Integer.toString(adminPort),
                        "--home", home.toString()),
                _ -> null,
                _ -> null));
        eventually().until(() -> platform.isIdle() && platform.liveVersion().equals("1.1.0"));
        try (Load load = new Load(url, 2)) {
            load.awaitMore(20);
            assertThat(load.failures()).isEmpty();
            assertThat(load.answeredBy("1.0.0")).isZero();
        }
    }

    @Test
    void anInstanceThatCameBackElsewhereIsReachedThere() throws Exception {
        platform.deploy("1.0.0", 2);
        eventually().until(platform::isIdle);
        long pid = platform.state().instances().values().iterator().next().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        eventually()
                .until(() -> platform.state().running(platform.state().live().id()) == 2
                        && platform.state().instances().values().stream().noneMatch(instance -> instance.pid() == pid));
        try (Load load = new Load(url, 4)) {
            load.awaitMore(100);
            eventually().untilAsserted(() -> assertThat(load.instances()).hasSize(2));
        }
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(20));
    }
}
