package io.axiom.router;

import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.routing.Route.Endpoint;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSocketTest {
    @TempDir
    Path home;

    private static final class Inbox implements WebSocket.Listener {
        final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            texts.add(data.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void webSocketsPassThroughAndKeepTheirInstanceUndrainedUntilTheyClose() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (TestRouter router = new TestRouter(home)) {
            HttpServer server = vertx.createHttpServer(
                            new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                    .webSocketHandler(
                            socket -> socket.textMessageHandler(text -> socket.writeTextMessage("echo " + text)))
                    .requestHandler(
                            request -> request.response().setStatusCode(403).end("no"));
            server.listen().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
            router.put(route(
                    1, Map.of("a", List.of(new Endpoint("a-0", "127.0.0.1", server.actualPort()))), Map.of("a", 1)));
            Inbox inbox = new Inbox();
            WebSocket socket = router.client()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + router.port() + "/production/shop/live"), inbox)
                    .get(5, TimeUnit.SECONDS);
            for (int i = 0; i < 100; i++) {
                socket.sendText("n" + i, true).get(5, TimeUnit.SECONDS);
                assertThat(inbox.texts.poll(5, TimeUnit.SECONDS)).isEqualTo("echo n" + i);
            }
            assertThat(router.instance("a-0").inFlight()).isEqualTo(1);
            assertThat(router.traffic("a").requests()).isEqualTo(1);
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(5, TimeUnit.SECONDS);
            assertThat(inbox.closed.get(5, TimeUnit.SECONDS)).isEqualTo(WebSocket.NORMAL_CLOSURE);
            await().untilAsserted(
                            () -> assertThat(router.instance("a-0").inFlight()).isZero());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void aRefusedUpgradeIsAnOrdinaryAnswer() throws Exception {
        try (TestRouter router = new TestRouter(home);
                Upstream upstream =
                        new Upstream("a-0", exchange -> Upstream.answer(exchange, 403, "no sockets here"))) {
            router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            for (int i = 0; i < 3; i++) {
                String answer = Raw.exchange(
                        router.port(),
                        "GET /production/shop/ HTTP/1.1\r\nHost: h\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
                assertThat(answer).startsWith("HTTP/1.1 403").endsWith("no sockets here");
            }
            await().untilAsserted(
                            () -> assertThat(router.instance("a-0").inFlight()).isZero());
        }
    }
}
