package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.code;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RestartTest {
    @TempDir
    Path home;

    private Path state() {
        return home.resolve("router/routes.json");
    }

    private static JsonNode health(TestRouter router) {
        return Json.mapper().readTree(router.send(router.admin("/health")).body());
    }

    @Test
    void aRestartedRouterServesTheLastKnownRoutesOnTheSamePorts() {
        try (Upstream upstream = new Upstream("a-0")) {
            int port;
            try (TestRouter router = new TestRouter(home)) {
                router.put(route(7, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
                port = router.port();
            }
            try (TestRouter router = new TestRouter(home)) {
                assertThat(router.port()).isEqualTo(port);
                assertThat(router.get(PREFIX + "/").body()).isEqualTo("a-0");
                assertThat(health(router).get("restoredFrom").asString()).isEqualTo("file");
                assertThat(code(router.put(route(6, Map.of(), Map.of()))))
                        .as("the fence survives too")
                        .isEqualTo("route.revision-stale");
            }
        }
    }

    @Test
    void aDamagedStateFileGivesTheStateBeforeTheLastChangeAndSaysSo() throws Exception {
        try (Upstream upstream = new Upstream("a-0")) {
            try (TestRouter router = new TestRouter(home)) {
                router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
                router.put(route(2, Map.of("a", upstream.endpoints()), Map.of("a", 2)));
            }
            byte[] bytes = Files.readAllBytes(state());
            for (byte[] damaged : List.of(
                    new byte[0],
                    java.util.Arrays.copyOf(bytes, bytes.length / 2),
                    new String(bytes)
                            .replace("\"revision\" : 2", "\"revision\" : 3")
                            .getBytes(),
                    "{}".getBytes(),
                    "null".getBytes())) {
                Files.write(state(), damaged);
                try (TestRouter router = new TestRouter(home)) {
                    assertThat(health(router).get("restoredFrom").asString()).isEqualTo("backup");
                    assertThat(router.get(PREFIX + "/").body()).isEqualTo("a-0");
                    assertThat(router.send(router.admin("/routes")).body()).contains("\"revision\":1");
                }
            }
            Files.write(state(), new byte[] {1, 2, 3});
            Files.write(home.resolve("router/routes.json.bak"), new byte[] {1, 2, 3});
            try (TestRouter router = new TestRouter(home)) {
                assertThat(health(router).get("restoredFrom").asString()).isEqualTo("lost");
                assertThat(router.get(PREFIX + "/").statusCode()).isEqualTo(404);
                assertThat(Files.exists(home.resolve("router/routes.json.damaged")))
                        .isTrue();
                assertThat(router.put(route(1, Map.of(), Map.of())).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aDiskThatTakesNothingDoesNotStopARouteFromBeingSet() throws Exception {
        try (TestRouter router = new TestRouter(home);
                Upstream upstream = new Upstream("a-0")) {
            Path inTheWay = home.resolve("router/routes.json.tmp");
            Files.createDirectory(inTheWay);
            HttpResponse<String> taken = router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(Json.mapper().readTree(taken.body()).get("saved").asBoolean())
                    .isFalse();
            assertThat(health(router).get("saved").asBoolean()).isFalse();
            assertThat(router.get(PREFIX + "/").body()).isEqualTo("a-0");
            Files.delete(inTheWay);
            await().until(() -> health(router).get("saved").asBoolean());
            assertThat(Files.readString(state())).contains("a-0");
        }
    }

    @Test
    void aRouterProcessKilledAtAnyMomentComesBackWithEveryRouteItAcknowledged() throws Exception {
        try (Upstream upstream = new Upstream("a-0");
                java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient()) {
            long acknowledged = 0;
            int port = 0;
            for (int round = 0; round < 3; round++) {
                RouterProcess router = RouterProcess.start(home);
                Process process = router.process();
                assertThat(port == 0 || router.port() == port).isTrue();
                port = router.port();
                String routes = get(client, router.adminPort(), "/routes").body();
                if (acknowledged > 0) {
                    long restored = Json.mapper()
                            .readTree(routes)
                            .at("/routes/0/revision")
                            .asLong();
                    assertThat(restored).isGreaterThanOrEqualTo(acknowledged);
                    assertThat(get(client, port, PREFIX + "/").body()).isEqualTo("a-0");
                    acknowledged = restored;
                }
                AtomicBoolean killed = new AtomicBoolean();
                AtomicInteger puts = new AtomicInteger();
                Thread killer = Thread.ofVirtual().start(() -> {
                    await().pollInterval(java.time.Duration.ofMillis(1)).until(() -> puts.get() > 25);
                    killed.set(true);
                    process.destroyForcibly();
                });
                try {
                    while (true) {
                        var put = java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                        "http://127.0.0.1:" + router.adminPort() + "/routes/production/shop"))
                                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(Json.mapper()
                                        .writeValueAsString(route(
                                                acknowledged + 1, Map.of("a", upstream.endpoints()), Map.of("a", 1)))))
                                .build();
                        if (client.send(put, HttpResponse.BodyHandlers.ofString())
                                        .statusCode()
                                == 200) {
                            acknowledged++;
                        }
                        puts.incrementAndGet();
                    }
                } catch (IOException e) {
                    assertThat(killed).isTrue();
                }
                killer.join();
                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(acknowledged).isGreaterThan(50);
        }
    }

    private static HttpResponse<String> get(java.net.http.HttpClient client, int port, String path) throws Exception {
        return client.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aRouterToldToStopFinishesWhatItBegan() throws Exception {
        var finish = new java.util.concurrent.CountDownLatch(1);
        var arrived = new java.util.concurrent.CountDownLatch(1);
        try (Upstream slow = new Upstream("a-0", exchange -> {
                    arrived.countDown();
                    try {
                        finish.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    Upstream.answer(exchange, 200, "finished");
                });
                java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient()) {
            RouterProcess router = RouterProcess.start(home);
            Process process = router.process();
            client.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                    "http://127.0.0.1:" + router.adminPort() + "/routes/production/shop"))
                            .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(Json.mapper()
                                    .writeValueAsString(route(1, Map.of("a", slow.endpoints()), Map.of("a", 1)))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var last = client.sendAsync(
                    java.net.http.HttpRequest.newBuilder(
                                    java.net.URI.create("http://127.0.0.1:" + router.port() + PREFIX + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            process.destroy();
            await().until(() -> {
                try (var _ = Raw.connect(router.port())) {
                    return false;
                } catch (IOException e) {
                    return true;
                }
            });
            finish.countDown();
            assertThat(last.get(10, TimeUnit.SECONDS).body()).isEqualTo("finished");
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(home.resolve("stderr"))).isEmpty();
        }
    }

    @Test
    void aRouterThatCannotStartEndsWithOneSentence() throws Exception {
        try (TestRouter running = new TestRouter(home)) {
            Process second = RouterProcess.launch(home);
            assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(Files.readString(home.resolve("stderr")))
                    .contains("Another router already runs")
                    .hasLineCount(1);
            assertThat(running.router().routes()).isZero();
        }
    }
}
