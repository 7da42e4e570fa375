package io.axiom.router;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.axiom.language.routing.Route.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that answers with its own name unless told otherwise. */
final class Upstream implements AutoCloseable {
    interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private final String name;
    private final HttpServer server;
    private final AtomicInteger served = new AtomicInteger();

    Upstream(String name, Handler handler) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
    }

    Upstream(String name) {
        this(name, exchange -> answer(exchange, 200, name));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    int port() {
        return server.getAddress().getPort();
    }

    int served() {
        return served.get();
    }

    Endpoint endpoint() {
        return new Endpoint(name, "127.0.0.1", port());
    }

    List<Endpoint> endpoints() {
        return List.of(endpoint());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
