package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.routing.Route.Endpoint;
import io.axiom.language.routing.RouterReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything misbehaves at once, at random; afterwards nothing may be left over. */
class ChaosTest {
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 25;

    @TempDir
    Path home;

    /** Each connection serves requests until a random misfortune. */
    private static ServerSocket wild(long seed) throws IOException {
        ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        AtomicInteger connections = new AtomicInteger();
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    SplittableRandom random = new SplittableRandom(seed + connections.incrementAndGet());
                    Thread.ofVirtual().start(() -> serve(socket, random));
                } catch (IOException e) {
                    return;
                }
            }
        });
        return server;
    }

    private static void serve(Socket socket, SplittableRandom random) {
        try (socket) {
            socket.setSoTimeout(5_000);
            while (true) {
                String head = Raw.readUntil(socket, "\r\n\r\n");
                if (head.contains("content-length: 3") || head.contains("Content-Length: 3")) {
                    socket.getInputStream().readNBytes(3);
                }
                switch (random.nextInt(14)) {
                    case 0 -> {
                        return;
                    }
                    case 1 -> {
                        Raw.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                        return;
                    }
                    case 2 -> Raw.send(socket, "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nno");
                    case 3 -> {
                        Raw.send(socket, "what is this?\r\n\r\n");
                        return;
                    }
                    case 4 -> Raw.readAll(socket); // says nothing until the other side gives up
                    case 5 -> {
                        Raw.send(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz");
                        return;
                    }
                    case 6 -> {
                        Raw.send(socket, "HTTP/1.1 200 OK\r\n\r\nuntil I close");
                        return;
                    }
                    case 7 -> {
                        Raw.send(
                                socket,
                                "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n");
                        return;
                    }
                    case 8 -> Raw.send(socket, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 None\r\n\r\n");
                    case 9 ->
                        Raw.send(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
                    default -> Raw.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine");
                }
            }
        } catch (IOException e) {
            // the router left
        }
    }

    private void attack(TestRouter router, SplittableRandom random) {
        for (int i = 0; i < REQUESTS; i++) {
            try (Socket socket = Raw.connect(router.port())) {
                socket.setSoTimeout(random.nextInt(4) == 0 ? 10 : 600);
                String path = PREFIX + "/" + i + " HTTP/1.1\r\nHost: h\r\n";
                switch (random.nextInt(8)) {
                    case 0 -> Raw.send(socket, "GET " + path);
                    case 1 -> Raw.send(socket, "POST " + path + "Content-Length: 3\r\n\r\na");
                    case 2 -> Raw.send(socket, "POST " + path + "Connection: close\r\nContent-Length: 3\r\n\r\nabc");
                    case 3 -> Raw.send(socket, "POST " + path + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
                    case 4 -> Raw.send(socket, "GET " + path + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
                    default -> Raw.send(socket, "GET " + path + "Connection: close\r\n\r\n");
                }
                if (random.nextInt(3) > 0) {
                    Raw.readAll(socket);
                }
            } catch (IOException e) {
                // this is about what is left, not about what was said
            }
        }
    }

    @Test
    void afterAnyMisfortuneNothingIsLeftInFlightAndTheCountersAddUp() throws Exception {
        long seed = new SplittableRandom().nextLong();
        try (TestRouter router =
                        new TestRouter(RouterOptions.inHome(home).withResponseTimeout(Duration.ofMillis(250)));
                ServerSocket one = wild(seed);
                ServerSocket two = wild(~seed)) {
            List<Endpoint> endpoints = List.of(
                    new Endpoint("w-0", "127.0.0.1", one.getLocalPort()),
                    new Endpoint("w-1", "127.0.0.1", two.getLocalPort()),
                    FailureTest.dead("w-2"));
            router.put(route(1, Map.of("w", endpoints), Map.of("w", 1)));
            List<Thread> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(n -> Thread.ofVirtual().start(() -> attack(router, new SplittableRandom(seed + n))))
                    .toList();
            for (Thread client : clients) {
                client.join();
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(router.report().instances())
                            .as("seed %d", seed)
                            .allSatisfy(
                                    instance -> assertThat(instance.inFlight()).isZero()));
            RouterReport report = router.report();
            RouterReport.ReleaseTraffic traffic = report.releases().getFirst();
            assertThat(traffic.requests()).isGreaterThan(CLIENTS * REQUESTS / 3);
            assertThat(traffic.errors()).isBetween(1L, traffic.requests());
            assertThat(Arrays.stream(traffic.latencyCounts()).sum()).isEqualTo(traffic.requests());
            assertThat(report.instances().stream()
                            .mapToLong(RouterReport.InstanceTraffic::requests)
                            .sum())
                    .isEqualTo(traffic.requests());
            assertThat(report.instances().stream()
                            .mapToLong(RouterReport.InstanceTraffic::errors)
                            .sum())
                    .isEqualTo(traffic.errors());
            try (Upstream sane = new Upstream("sane-0")) {
                router.put(route(2, Map.of("s", sane.endpoints()), Map.of("s", 1)));
                for (int i = 0; i < 50; i++) {
                    assertThat(router.get(PREFIX + "/").body()).isEqualTo("sane-0");
                }
            }
        }
    }
}
