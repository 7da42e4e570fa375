package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    private static final int STALLED = 300;

    @TempDir
    Path home;

    @Test
    void hundredsOfClientsThatReadNothingDoNotStopThoseThatDo() throws Exception {
        byte[] part = new byte[64 * 1024];
        List<Socket> stalled = new ArrayList<>();
        try (Upstream upstream = new Upstream("a-0", exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/ok")) {
                        Upstream.answer(exchange, 200, "ok");
                        return;
                    }
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 10_000; i++) {
                        exchange.getResponseBody().write(part);
                    }
                });
                RouterProcess router = RouterProcess.start(home);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            String route =
                    Json.mapper().writeValueAsString(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + router.adminPort() + "/routes/production/shop"))
                            .PUT(HttpRequest.BodyPublishers.ofString(route))
                            .build(),
                    BodyHandlers.discarding());
            for (int i = 0; i < STALLED; i++) {
                Socket socket = Raw.connect(router.port());
                stalled.add(socket);
                Raw.send(socket, "GET " + PREFIX + "/endless HTTP/1.1\r\nHost: h\r\n\r\n");
            }
            for (Socket socket : stalled) {
                Raw.readUntil(socket, "\r\n\r\n");
            }
            for (int i = 0; i < 20; i++) {
                String body = client.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + router.port() + PREFIX + "/ok"))
                                        .timeout(Duration.ofSeconds(10))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
                assertThat(body).isEqualTo("ok");
            }
            assertThat(router.process().isAlive()).isTrue();
        } finally {
            for (Socket socket : stalled) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // gone already
                }
            }
        }
    }
}
