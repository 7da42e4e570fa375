package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.code;
import static io.axiom.router.TestRouter.release;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.routing.Route.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
    @TempDir
    Path home;

    TestRouter router;

    @BeforeEach
    void start() {
        router = new TestRouter(RouterOptions.inHome(home).withResponseTimeout(Duration.ofMillis(600)));
    }

    @AfterEach
    void stop() {
        router.close();
    }

    /** An address where nobody listens. */
    static Endpoint dead(String instanceId) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Endpoint(instanceId, "127.0.0.1", socket.getLocalPort());
        }
    }

    /** A server that reads a request head, writes {@code answer} and closes. */
    static ServerSocket breaking(String answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    Raw.readUntil(socket, "\r\n\r\n");
                    Raw.send(socket, answer);
                } catch (IOException e) {
                    // the test is over, or the router left
                }
            }
        });
        return server;
    }

    @Test
    void aRefusedConnectionIsTriedOnAnotherInstanceOfTheRelease() throws Exception {
        try (Upstream alive = new Upstream("a-1")) {
            router.put(route(1, Map.of("a", List.of(dead("a-0"), alive.endpoint())), Map.of("a", 1)));
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> response =
                        router.send(router.request(PREFIX + "/").POST(HttpRequest.BodyPublishers.ofString("body")));
                assertThat(response.body()).isEqualTo("a-1");
            }
            assertThat(router.instance("a-0").errors()).isBetween(1L, 5L);
            assertThat(router.instance("a-1").errors()).isZero();
            assertThat(router.traffic("a").errors())
                    .isEqualTo(router.instance("a-0").errors());
        }
    }

    /** Repeated because a route's turns begin at a random place. */
    @RepeatedTest(6)
    void aReleaseWithoutALivingInstanceIsReplacedByAnotherAndHasEveryMissOnItsAccount() throws Exception {
        try (Upstream stable = new Upstream("stable-0")) {
            router.put(route(
                    1,
                    Map.of("stable", stable.endpoints(), "canary", List.of(dead("canary-0"))),
                    Map.of("stable", 50, "canary", 50)));
            for (int i = 0; i < 40; i++) {
                HttpResponse<String> response = router.get(PREFIX + "/");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(release(response)).isEqualTo("stable");
            }
            var canary = router.traffic("canary");
            assertThat(canary.requests()).isEqualTo(20);
            assertThat(canary.errors()).isEqualTo(20);
            assertThat(router.traffic("stable").requests()).isEqualTo(40);
            assertThat(router.traffic("stable").errors()).isZero();
            assertThat(router.instance("canary-0").requests())
                    .as("left alone after the first refusal")
                    .isLessThan(10);
        }
    }

    @Test
    void anInstanceThatComesBackGetsTrafficAgain() throws Exception {
        Endpoint gone = dead("a-0");
        router.put(route(1, Map.of("a", List.of(gone)), Map.of("a", 1)));
        HttpResponse<String> refused = router.get(PREFIX + "/");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(code(refused)).isEqualTo("route.no-endpoint");
        try (Upstream back = new Upstream("a-0")) {
            router.put(route(2, Map.of("a", List.of(gone, back.endpoint())), Map.of("a", 1)));
            assertThat(router.get(PREFIX + "/").body()).isEqualTo("a-0");
        }
    }

    @Test
    void whenEveryInstanceRestsOneIsTriedAllTheSame() throws Exception {
        ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = reserved.getLocalPort();
        reserved.close();
        router.put(route(1, Map.of("a", List.of(new Endpoint("a-0", "127.0.0.1", port))), Map.of("a", 1)));
        assertThat(router.get(PREFIX + "/").statusCode()).isEqualTo(503);
        try (ServerSocket late = new ServerSocket(port, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = late.accept()) {
                    Raw.readUntil(socket, "\r\n\r\n");
                    Raw.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nback");
                    Raw.readAll(socket);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(router.get(PREFIX + "/").body()).isEqualTo("back");
        }
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsTriedElsewhereOnlyWhenThatIsHarmless() throws Exception {
        try (ServerSocket crashing = breaking("");
                Upstream stable = new Upstream("stable-0")) {
            Endpoint bad = new Endpoint("bad-0", "127.0.0.1", crashing.getLocalPort());
            router.put(route(1, Map.of("bad", List.of(bad), "stable", stable.endpoints()), Map.of("bad", 1)));
            HttpResponse<String> post =
                    router.send(router.request(PREFIX + "/").POST(HttpRequest.BodyPublishers.ofString("pay")));
            assertThat(post.statusCode()).isEqualTo(502);
            assertThat(code(post)).isEqualTo("upstream.failed");
            assertThat(release(post)).isEqualTo("bad");
            router.put(route(2, Map.of("bad", List.of(bad, stable.endpoint())), Map.of("bad", 1)));
            for (int i = 0; i < 10; i++) {
                assertThat(router.get(PREFIX + "/").body()).isEqualTo("stable-0");
            }
            assertThat(router.traffic("bad").errors()).isGreaterThan(1);
        }
    }

    @Test
    void anAnswerThatBreaksOffHalfWayIsAnErrorAndTheClientCanTell() throws Exception {
        try (ServerSocket half = breaking("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")) {
            router.put(route(
                    1, Map.of("a", List.of(new Endpoint("a-0", "127.0.0.1", half.getLocalPort()))), Map.of("a", 1)));
            String answer = Raw.exchange(router.port(), "GET /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("half");
            await().untilAsserted(() -> assertThat(router.traffic("a").errors()).isEqualTo(1));
            assertThat(router.traffic("a").requests()).isEqualTo(1);
            assertThat(router.instance("a-0").inFlight()).isZero();
        }
    }

    @Test
    void whatIsNotHttpIsAnErrorOfTheRelease() throws Exception {
        try (ServerSocket noise = breaking("SSH-2.0-OpenSSH\r\n")) {
            router.put(route(
                    1, Map.of("a", List.of(new Endpoint("a-0", "127.0.0.1", noise.getLocalPort()))), Map.of("a", 1)));
            assertThat(router.get(PREFIX + "/").statusCode()).isEqualTo(502);
            assertThat(router.traffic("a").errors()).isPositive();
        }
    }

    @Test
    void aReleaseThatDoesNotAnswerInTimeHasFailed() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Upstream hanging = new Upstream("a-0", exchange -> {
            try {
                never.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })) {
            router.put(route(1, Map.of("a", hanging.endpoints()), Map.of("a", 1)));
            HttpResponse<String> response = router.get(PREFIX + "/");
            assertThat(response.statusCode()).isEqualTo(504);
            assertThat(code(response)).isEqualTo("upstream.timeout");
            assertThat(router.traffic("a").errors()).isEqualTo(1);
            assertThat(router.instance("a-0").inFlight()).isZero();
            never.countDown();
        }
    }

    @Test
    void aStreamMayBeQuietForLongerThanAnAnswerMayTake() throws Exception {
        CountDownLatch next = new CountDownLatch(1);
        try (Upstream events = new Upstream("a-0", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            try {
                next.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            exchange.getResponseBody().write("event".getBytes());
        })) {
            router.put(route(1, Map.of("a", events.endpoints()), Map.of("a", 1)));
            try (Socket socket = Raw.connect(router.port())) {
                Raw.send(socket, "GET /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n");
                assertThat(Raw.readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 200");
                long opened = System.nanoTime();
                await().until(() -> System.nanoTime() - opened > 1_500_000_000L);
                next.countDown();
                Raw.readUntil(socket, "event");
            }
        }
    }

    @Test
    void aClientThatLeavesIsNoErrorOfTheReleaseAndFreesTheInstance() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        try (Upstream slow = new Upstream("a-0", exchange -> {
            arrived.countDown();
            try {
                never.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })) {
            router.put(route(1, Map.of("a", slow.endpoints()), Map.of("a", 1)));
            try (Socket socket = Raw.connect(router.port())) {
                Raw.send(socket, "GET /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n");
                assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            }
            await().untilAsserted(
                            () -> assertThat(router.instance("a-0").inFlight()).isZero());
            assertThat(router.traffic("a").requests()).isEqualTo(1);
            assertThat(router.traffic("a").errors()).isZero();
            never.countDown();
        }
    }

    @Test
    void aClientThatSendsItsBodyTooSlowlyIsToldSoAndNobodyElseIsBlamed() throws Exception {
        try (Upstream upstream = new Upstream("a-0")) {
            router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            String answer = Raw.exchange(
                    router.port(), "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf");
            assertThat(answer).startsWith("HTTP/1.1 408").contains("request.too-slow");
            assertThat(router.traffic("a").errors()).isZero();
            assertThat(router.instance("a-0").inFlight()).isZero();
        }
    }

    @Test
    void aClientThatDoesNotReadIsLetGoAndHoldsNoMemoryMeanwhile() throws Exception {
        byte[] part = new byte[1024 * 1024];
        try (Upstream generous = new Upstream("a-0", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 4_000; i++) {
                exchange.getResponseBody().write(part);
            }
        })) {
            router.put(route(1, Map.of("a", generous.endpoints()), Map.of("a", 1)));
            try (Socket socket = Raw.connect(router.port())) {
                Raw.send(socket, "GET /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n");
                Raw.readUntil(socket, "\r\n\r\n");
                await().untilAsserted(() ->
                        assertThat(router.instance("a-0").inFlight()).isZero());
            }
            assertThat(router.traffic("a").errors()).isZero();
        }
    }

    @Test
    void aLargeAnswerReachesASlowReaderWholeAlthoughTheConnectionCloses() throws Exception {
        byte[] large = new byte[8 * 1024 * 1024];
        try (Upstream upstream = new Upstream("a-0", exchange -> {
            exchange.sendResponseHeaders(200, large.length);
            exchange.getResponseBody().write(large);
        })) {
            router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            try (Socket socket = Raw.connect(router.port())) {
                Raw.send(socket, "GET /production/shop/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
                Raw.readUntil(socket, "\r\n\r\n");
                assertThat(socket.getInputStream().readAllBytes()).hasSize(large.length);
            }
        }
    }

    @Test
    void anEarlyRefusalOfAnUploadReachesTheClient() throws Exception {
        try (ServerSocket refusing =
                breaking("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig")) {
            router.put(route(
                    1,
                    Map.of("a", List.of(new Endpoint("a-0", "127.0.0.1", refusing.getLocalPort()))),
                    Map.of("a", 1)));
            String answer = Raw.exchange(
                    router.port(), "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\nstart");
            assertThat(answer).startsWith("HTTP/1.1 413").endsWith("big");
            assertThat(router.traffic("a").errors()).isZero();
        }
    }
}
