package io.axiom.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.axiom.language.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A real HTTP server with canned answers; the gateway itself is tested in system-tests. */
public final class FakeGateway implements AutoCloseable {
    /** What was asked. */
    public record Asked(String method, String path, String body, Map<String, String> headers) {
        public JsonNode json() {
            return Json.mapper().readTree(body);
        }
    }

    private record Canned(int status, String type, String body, Map<String, String> headers) {}

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Canned>> answers = new HashMap<>();
    private final HttpServer server;

    public FakeGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers {@code route} ({@code GET /api/status}) with 200 and this. Several: one after the other, the last for ever. */
    public FakeGateway on(String route, Object... bodies) {
        for (Object body : bodies) {
            add(
                    route,
                    200,
                    "application/json",
                    body instanceof String text ? text : Json.mapper().writeValueAsString(body),
                    Map.of());
        }
        return this;
    }

    public FakeGateway status(String route, int status, String body, Map<String, String> headers) {
        return add(route, status, status < 400 ? "application/json" : "application/problem+json", body, headers);
    }

    public FakeGateway problem(String route, int status, String code, String title, String detail, String next) {
        return status(
                route,
                status,
                Json.mapper()
                        .writeValueAsString(Map.of(
                                "type", "urn:axiom:problem:" + code,
                                "title", title,
                                "status", status,
                                "detail", detail,
                                "code", code,
                                "next", next)),
                Map.of());
    }

    /** One connection's server-sent events; then it closes. */
    public FakeGateway stream(String route, Object... views) {
        StringBuilder text = new StringBuilder(": hello\n\n");
        for (Object view : views) {
            String json = Json.mapper().writeValueAsString(view);
            text.append("id: ")
                    .append(Json.mapper().readTree(json).path("position").asString())
                    .append('\n');
            text.append("event: entry\ndata: ").append(json).append("\n\n");
        }
        return add(route, 200, "text/event-stream", text.toString(), Map.of());
    }

    private FakeGateway add(String route, int status, String type, String body, Map<String, String> headers) {
        synchronized (answers) {
            answers.computeIfAbsent(route, _ -> new ArrayDeque<>()).add(new Canned(status, type, body, headers));
        }
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String path = exchange.getRequestURI().getRawPath() + (query == null ? "" : "?" + query);
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(exchange.getRequestMethod(), path, body, headers));
        Canned canned = next(exchange.getRequestMethod() + ' ' + path);
        byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", canned.type());
        canned.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(canned.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Canned next(String route) {
        synchronized (answers) {
            int query = route.indexOf('?');
            Deque<Canned> exact = answers.get(route);
            Deque<Canned> queue = exact != null || query < 0 ? exact : answers.get(route.substring(0, query));
            if (queue == null) {
                return new Canned(
                        404,
                        "application/problem+json",
                        "{\"title\":\"Not found\",\"status\":404,\"detail\":\"No answer for " + route
                                + "\",\"code\":\"test.no-answer\",\"next\":\"Add one.\"}",
                        Map.of());
            }
            return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
        }
    }

    /** The last request of this method. */
    public Asked last(String method) {
        return asked.reversed().stream()
                .filter(one -> one.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
