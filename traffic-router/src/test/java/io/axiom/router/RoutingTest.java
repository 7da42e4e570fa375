package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.code;
import static io.axiom.router.TestRouter.release;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.axiom.language.json.Json;
import io.axiom.language.routing.HeaderMatch;
import io.axiom.language.routing.Route;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingTest {
    @TempDir
    Path home;

    TestRouter router;

    @BeforeEach
    void start() {
        router = new TestRouter(home);
    }

    @AfterEach
    void stop() {
        router.close();
    }

    @Test
    void trafficIsSplitExactlyByWeightAndTheAnswerNamesItsRelease() {
        try (Upstream stable = new Upstream("stable-0");
                Upstream canary = new Upstream("canary-0")) {
            router.put(route(
                    1,
                    Map.of("1.0.0_a", stable.endpoints(), "1.1.0_b", canary.endpoints()),
                    Map.of("1.0.0_a", 90, "1.1.0_b", 10)));
            Map<String, Integer> seen = new TreeMap<>();
            for (int i = 0; i < 200; i++) {
                HttpResponse<String> response = router.get(PREFIX + "/");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo(release(response).equals("1.0.0_a") ? "stable-0" : "canary-0");
                seen.merge(release(response), 1, Integer::sum);
            }
            assertThat(seen).isEqualTo(Map.of("1.0.0_a", 180, "1.1.0_b", 20));
        }
    }

    @Test
    void theInstancesOfAReleaseShareItsTrafficEvenly() {
        try (Upstream one = new Upstream("a-0");
                Upstream two = new Upstream("a-1");
                Upstream three = new Upstream("a-2")) {
            router.put(
                    route(1, Map.of("a", List.of(one.endpoint(), two.endpoint(), three.endpoint())), Map.of("a", 100)));
            for (int i = 0; i < 90; i++) {
                router.get(PREFIX + "/");
            }
            assertThat(List.of(one.served(), two.served(), three.served())).containsOnly(30);
        }
    }

    @Test
    void aBusyInstanceGetsNoMoreWhileAnotherIsFree() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        try (Upstream slow = new Upstream("slow", exchange -> {
                    busy.countDown();
                    try {
                        free.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    Upstream.answer(exchange, 200, "slow");
                });
                Upstream quick = new Upstream("quick")) {
            router.put(route(1, Map.of("a", slow.endpoints()), Map.of("a", 1)));
            var waiting = router.client()
                    .sendAsync(router.request(PREFIX + "/").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(busy.await(5, TimeUnit.SECONDS)).isTrue();
            router.put(route(2, Map.of("a", List.of(slow.endpoint(), quick.endpoint())), Map.of("a", 1)));
            assertThat(router.instance("slow").inFlight()).isEqualTo(1);
            for (int i = 0; i < 10; i++) {
                assertThat(router.get(PREFIX + "/").body()).isEqualTo("quick");
            }
            free.countDown();
            assertThat(waiting.get(5, TimeUnit.SECONDS).body()).isEqualTo("slow");
        }
    }

    @Test
    void aTestersHeaderReachesItsReleaseWhateverTheWeights() {
        try (Upstream stable = new Upstream("stable-0");
                Upstream preview = new Upstream("preview-0")) {
            router.put(route(
                    1,
                    Map.of("a", stable.endpoints(), "b", preview.endpoints()),
                    Map.of("a", 100),
                    new HeaderMatch("X-Preview", "yes", "b")));
            for (int i = 0; i < 5; i++) {
                assertThat(router.send(router.request(PREFIX + "/").header("x-preview", "yes"))
                                .body())
                        .isEqualTo("preview-0");
                assertThat(router.send(router.request(PREFIX + "/").header("X-Preview", "no"))
                                .body())
                        .isEqualTo("stable-0");
                assertThat(router.get(PREFIX + "/").body()).isEqualTo("stable-0");
            }
        }
    }

    @Test
    void theReleaseSeesItsOwnPathAndWhoAskedWithoutConnectionHeaders() throws Exception {
        AtomicReference<Map<String, List<String>>> headers = new AtomicReference<>();
        AtomicReference<String> uri = new AtomicReference<>();
        try (Upstream upstream = new Upstream("a-0", exchange -> {
            uri.set(exchange.getRequestURI().toString());
            headers.set(new HashMap<>(exchange.getRequestHeaders()));
            exchange.getResponseHeaders().set("X-Axiom-Release", "forged");
            exchange.getResponseHeaders().set("Connection", "x-private");
            exchange.getResponseHeaders().set("X-Private", "secret");
            exchange.getResponseHeaders().add("Set-Cookie", "a=1");
            exchange.getResponseHeaders().add("Set-Cookie", "b=2");
            Upstream.answer(exchange, 201, "made");
        })) {
            router.put(route(1, Map.of("1.0.0_a", upstream.endpoints()), Map.of("1.0.0_a", 1)));
            String answer = Raw.exchange(
                    router.port(),
                    "POST /production/shop/orders/7?x=%2F HTTP/1.1\r\nHost: shop.example\r\nConnection: close, X-Hop\r\n"
                            + "X-Hop: 1\r\nKeep-Alive: 5\r\nProxy-Authorization: Basic eA==\r\nTE: trailers\r\nX-Kept: yes\r\n"
                            + "X-Forwarded-For: 6.6.6.6\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\nhi");
            assertThat(uri.get()).isEqualTo("/orders/7?x=%2F");
            Headers seen = new Headers(headers.get());
            assertThat(seen.getFirst("Host")).isEqualTo("shop.example");
            assertThat(seen.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
            assertThat(seen.getFirst("X-Forwarded-Host")).isEqualTo("shop.example");
            assertThat(seen.getFirst("X-Forwarded-Proto")).isEqualTo("http");
            assertThat(seen.getFirst("X-Forwarded-Prefix")).isEqualTo("/production/shop");
            assertThat(seen.getFirst("X-Kept")).isEqualTo("yes");
            assertThat(seen)
                    .doesNotContainKeys("X-hop", "Keep-alive", "Proxy-authorization", "Te", "Upgrade", "Connection");
            assertThat(answer)
                    .startsWith("HTTP/1.1 201")
                    .contains("X-Axiom-Release: 1.0.0_a")
                    .doesNotContain("forged", "secret")
                    .containsIgnoringCase("set-cookie: a=1")
                    .containsIgnoringCase("set-cookie: b=2")
                    .endsWith("made");
        }
    }

    @Test
    void aHostNamesTheRouteToo() throws Exception {
        try (Upstream upstream = new Upstream(
                "a-0",
                exchange ->
                        Upstream.answer(exchange, 200, exchange.getRequestURI().toString()))) {
            router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            String answer = Raw.exchange(
                    router.port(),
                    "GET /x/y HTTP/1.1\r\nHost: shop.production.example.com:8080\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("/x/y");
        }
    }

    /** Sends back what it gets, as it gets it. */
    private static Upstream echo(long length) {
        return new Upstream("a-0", exchange -> {
            exchange.sendResponseHeaders(200, length);
            InputStream in = exchange.getRequestBody();
            byte[] part = new byte[64 * 1024];
            int read;
            while ((read = in.read(part)) >= 0) {
                exchange.getResponseBody().write(part, 0, read);
                exchange.getResponseBody().flush();
            }
        });
    }

    @Test
    void bodiesStreamBothWaysPieceByPiece() throws Exception {
        try (Upstream upstream = echo(0);
                Socket socket = Raw.connect(router.port())) {
            router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            Raw.send(
                    socket,
                    "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            assertThat(Raw.readUntil(socket, "first")).startsWith("HTTP/1.1 200");
            Raw.send(socket, "6\r\nsecond\r\n");
            Raw.readUntil(socket, "second");
            Raw.send(socket, "0\r\n\r\n");
            Raw.readUntil(socket, "0\r\n\r\n");
        }
    }

    @Test
    void largeBodiesPassUnchangedInBothDirectionsAtOnce() throws Exception {
        byte[] large = new byte[30 * 1024 * 1024];
        new java.util.Random(1).nextBytes(large);
        try (Upstream upstream = echo(large.length);
                Socket socket = Raw.connect(router.port())) {
            router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            Raw.send(
                    socket,
                    "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nContent-Length: " + large.length + "\r\n\r\n");
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(large);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            Raw.readUntil(socket, "\r\n\r\n");
            assertThat(socket.getInputStream().readNBytes(large.length)).isEqualTo(large);
            writer.join();
        }
    }

    @Test
    void anUnknownRouteAndARouteWithoutInstancesAreProblemsWithCodes() {
        HttpResponse<String> unknown = router.get("/production/nothing/");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(code(unknown)).isEqualTo("route.unknown");
        router.put(route(1, Map.of("a", List.of()), Map.of("a", 100)));
        HttpResponse<String> empty = router.get(PREFIX + "/");
        assertThat(empty.statusCode()).isEqualTo(503);
        assertThat(empty.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(code(empty)).isEqualTo("route.no-endpoint");
        router.put(route(2, Map.of(), Map.of()));
        assertThat(code(router.get(PREFIX + "/"))).isEqualTo("route.no-endpoint");
    }

    @Test
    void noRequestIsLostOrMisledWhileRoutesFlipThousandsOfTimes() throws Exception {
        Map<String, Integer> served = new ConcurrentHashMap<>();
        try (Upstream blue = new Upstream("blue-0");
                Upstream green = new Upstream("green-0")) {
            Route first = route(1, Map.of("blue", blue.endpoints()), Map.of("blue", 100));
            router.put(first);
            List<Thread> clients = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(_ -> Thread.ofVirtual().unstarted(() -> {
                        for (int i = 0; i < 600; i++) {
                            HttpResponse<String> response = router.get(PREFIX + "/");
                            boolean good = response.statusCode() == 200
                                    && response.body().equals(release(response) + "-0");
                            served.merge(good ? release(response) : "lost " + response, 1, Integer::sum);
                        }
                    }))
                    .toList();
            clients.forEach(Thread::start);
            int revision = 1;
            while (clients.stream().anyMatch(Thread::isAlive)) {
                Upstream live = ++revision % 2 == 0 ? green : blue;
                String id = revision % 2 == 0 ? "green" : "blue";
                // straight into the table: an fsync per flip would leave too few flips
                router.router().put(route(revision, Map.of(id, live.endpoints()), Map.of(id, 100)));
                if (revision % 100 == 0) {
                    Thread.yield();
                }
            }
            assertThat(revision).isGreaterThan(1_500);
            assertThat(served.keySet()).containsOnly("blue", "green");
            assertThat(served.get("blue") + served.get("green")).isEqualTo(3_600);
            assertThat(router.traffic("blue").requests()
                            + router.traffic("green").requests())
                    .isEqualTo(3_600);
            assertThat(router.traffic("blue").errors() + router.traffic("green").errors())
                    .isZero();
            assertThat(router.instance("blue-0").inFlight()).isZero();
        }
    }

    @Test
    void onceARouteIsSwappedAndNothingIsInFlightTheOldInstanceCanBeStoppedAtOnce() throws Exception {
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        Upstream[] live = {new Upstream("gen-0")};
        router.put(route(1, Map.of("r0", live[0].endpoints()), Map.of("r0", 1)));
        List<Thread> clients = java.util.stream.IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 500; i++) {
                        int status = router.send(
                                        router.request(PREFIX + "/").POST(HttpRequest.BodyPublishers.ofString("x")))
                                .statusCode();
                        statuses.merge(status, 1, Integer::sum);
                    }
                }))
                .toList();
        int generation = 0;
        while (clients.stream().anyMatch(Thread::isAlive)) {
            generation++;
            Upstream next = new Upstream("gen-" + generation);
            router.put(route(generation + 1, Map.of("r" + generation, next.endpoints()), Map.of("r" + generation, 1)));
            String old = "gen-" + (generation - 1);
            while (router.instance(old).inFlight() > 0) {
                Thread.onSpinWait();
            }
            live[0].close();
            live[0] = next;
        }
        live[0].close();
        assertThat(generation).isGreaterThan(5);
        assertThat(statuses).isEqualTo(Map.of(200, 2_000));
    }

    @Test
    void everyReleaseOfARouteIsInTheReportWithItsRevision() {
        router.put(route(7, Map.of("a", List.of()), Map.of("a", 1)));
        var traffic = router.traffic("a");
        assertThat(traffic.revision()).isEqualTo(7);
        assertThat(traffic.latencyBucketsMicros()).isSorted().hasSameSizeAs(traffic.latencyCounts());
        assertThat(Json.mapper().writeValueAsBytes(router.report()).length).isLessThan(16 * 1024);
    }
}
