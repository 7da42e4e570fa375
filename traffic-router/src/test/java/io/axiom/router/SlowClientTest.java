package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowClientTest {
    @TempDir
    Path home;

    TestRouter router;
    Upstream upstream;

    @BeforeEach
    void start() {
        router = new TestRouter(RouterOptions.read(
                List.of("--port=0", "--admin-port=0", "--head-timeout=300ms", "--max-connections=20", "--home=" + home),
                _ -> null,
                _ -> null));
        upstream = new Upstream("a-0");
        router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
    }

    @AfterEach
    void stop() {
        router.close();
        upstream.close();
    }

    @Test
    void aConnectionThatDribblesItsHeadIsClosed() throws Exception {
        try (Socket socket = Raw.connect(router.port())) {
            Raw.send(socket, "GET /production/shop/ HTTP/1.1\r\n");
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        Raw.send(socket, "X-More: a\r\n");
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // closed, as it should be
                }
            });
            try {
                assertThat(Raw.readAll(socket)).isEmpty();
            } catch (java.net.SocketException e) {
                assertThat(e).hasMessageContaining("reset");
            }
        }
        assertThat(upstream.served()).isZero();
    }

    @Test
    void anIdleConnectionIsClosedLaterThanANewOneAndServesUntilThen() throws Exception {
        try (Socket socket = Raw.connect(router.port())) {
            for (int i = 0; i < 3; i++) {
                Raw.send(socket, "GET /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n");
                Raw.readUntil(socket, "a-0");
                long asked = System.nanoTime();
                await().until(() -> System.nanoTime() - asked > 700_000_000L);
            }
            assertThat(Raw.readAll(socket)).isEmpty();
        }
    }

    @Test
    void connectionsAboveTheLimitAreClosedAndThoseBelowGoOn() throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Socket socket = Raw.connect(router.port());
                held.add(socket);
                Raw.send(socket, "GET /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n");
                Raw.readUntil(socket, "a-0");
            }
            try (Socket one = Raw.connect(router.port())) {
                assertThat(one.getInputStream().read()).isEqualTo(-1);
            }
            Raw.send(held.getFirst(), "GET /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n");
            Raw.readUntil(held.getFirst(), "a-0");
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
        await().untilAsserted(() -> assertThat(Raw.exchange(
                        router.port(), "GET " + PREFIX + "/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                .endsWith("a-0"));
    }
}
