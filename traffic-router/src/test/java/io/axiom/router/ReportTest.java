package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.release;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.json.Json;
import io.axiom.language.routing.RouterReport;
import io.axiom.language.routing.RouterReport.ReleaseTraffic;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path home;

    @Test
    void countersEqualWhatTheClientsSaw() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        try (TestRouter router = new TestRouter(home);
                Upstream good = new Upstream("good-0");
                Upstream bad = new Upstream(
                        "bad-0",
                        exchange -> Upstream.answer(exchange, turn.getAndIncrement() % 4 == 0 ? 500 : 404, "no"))) {
            router.put(
                    route(3, Map.of("good", good.endpoints(), "bad", bad.endpoints()), Map.of("good", 70, "bad", 30)));
            List<Thread> clients = java.util.stream.IntStream.range(0, 5)
                    .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                        for (int i = 0; i < 200; i++) {
                            HttpResponse<String> response = router.get(PREFIX + "/");
                            seen.merge(release(response) + ' ' + response.statusCode(), 1, Integer::sum);
                        }
                    }))
                    .toList();
            for (Thread client : clients) {
                client.join();
            }
            ReleaseTraffic goodTraffic = router.traffic("good");
            ReleaseTraffic badTraffic = router.traffic("bad");
            assertThat(seen).isEqualTo(Map.of("good 200", 700, "bad 404", 225, "bad 500", 75));
            assertThat(goodTraffic.requests()).isEqualTo(700);
            assertThat(goodTraffic.errors()).isZero();
            assertThat(badTraffic.requests()).isEqualTo(300);
            assertThat(badTraffic.errors()).isEqualTo(75);
            assertThat(Arrays.stream(goodTraffic.latencyCounts()).sum()).isEqualTo(700);
            assertThat(router.instance("bad-0").requests()).isEqualTo(300);
            assertThat(router.instance("bad-0").errors()).isEqualTo(75);
            await().untilAsserted(() ->
                    assertThat(router.instance("bad-0").inFlight()).isZero());
        }
    }

    @Test
    void theStreamTellsOfNewCountsAgainAndAgain() throws Exception {
        try (TestRouter router = new TestRouter(home);
                Upstream upstream = new Upstream("a-0");
                Socket stream = Raw.connect(router.adminPort())) {
            router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            Raw.send(stream, "GET /report/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(Raw.readUntil(stream, "\r\n\r\n")).containsIgnoringCase("content-type: text/event-stream");
            assertThat(next(stream).releases().getFirst().requests()).isZero();
            router.get(PREFIX + "/");
            RouterReport report;
            do {
                report = next(stream);
            } while (report.releases().getFirst().requests() == 0);
            assertThat(report.routerId()).isEqualTo(router.report().routerId());
        }
    }

    private static RouterReport next(Socket stream) throws Exception {
        Raw.readUntil(stream, "data: ");
        return Json.mapper().readValue(Raw.readUntil(stream, "\n\n"), RouterReport.class);
    }

    @Test
    void anInstanceTakenOutOfItsRouteIsReportedUntilItsLastRequestEnded() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        try (TestRouter router = new TestRouter(home);
                Upstream old = new Upstream("old-0", exchange -> {
                    arrived.countDown();
                    try {
                        finish.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    Upstream.answer(exchange, 200, "old");
                });
                Upstream fresh = new Upstream("new-0")) {
            router.put(route(1, Map.of("old", old.endpoints()), Map.of("old", 1)));
            var last = router.client()
                    .sendAsync(router.request(PREFIX + "/").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            router.put(route(2, Map.of("new", fresh.endpoints()), Map.of("new", 1)));
            assertThat(router.get(PREFIX + "/").body()).isEqualTo("new-0");
            assertThat(router.instance("old-0").inFlight()).isEqualTo(1);
            finish.countDown();
            assertThat(last.get(5, TimeUnit.SECONDS).body()).isEqualTo("old");
            await().untilAsserted(() ->
                    assertThat(router.instance("old-0").inFlight()).isZero());
        }
    }
}
