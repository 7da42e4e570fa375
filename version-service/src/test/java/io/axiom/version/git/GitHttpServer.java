package io.axiom.version.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves repositories over HTTP with {@code git http-backend}, to who knows the password. */
final class GitHttpServer implements AutoCloseable {
    static final String USER = "ann";
    static final String PASSWORD = "s3cret";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Path root;
    final ConcurrentLinkedQueue<Long> answered = new ConcurrentLinkedQueue<>();

    GitHttpServer(Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String userInfo, String path) {
        return "http://" + userInfo + "127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((USER + ':' + PASSWORD).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        ProcessBuilder backend = new ProcessBuilder("git", "http-backend");
        backend.redirectError(ProcessBuilder.Redirect.DISCARD);
        backend.environment().putAll(variables(exchange));
        Process process = backend.start();
        try (OutputStream in = process.getOutputStream()) {
            exchange.getRequestBody().transferTo(in);
        }
        try (InputStream out = process.getInputStream();
                OutputStream body = exchange.getResponseBody()) {
            int status = 200;
            for (String header : headers(out)) {
                String value = header.substring(header.indexOf(':') + 1).strip();
                if (header.startsWith("Status:")) {
                    status = Integer.parseInt(value.substring(0, 3));
                } else {
                    exchange.getResponseHeaders().add(header.substring(0, header.indexOf(':')), value);
                }
            }
            exchange.sendResponseHeaders(status, 0);
            answered.add(out.transferTo(body));
        }
    }

    private Map<String, String> variables(HttpExchange exchange) {
        return Map.of(
                "GIT_PROJECT_ROOT", root.toString(),
                "GIT_HTTP_EXPORT_ALL", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "REMOTE_USER", USER,
                "REQUEST_METHOD", exchange.getRequestMethod(),
                "PATH_INFO", exchange.getRequestURI().getPath(),
                "QUERY_STRING", String.valueOf(exchange.getRequestURI().getQuery()),
                "CONTENT_TYPE", header(exchange, "Content-Type"),
                "HTTP_CONTENT_ENCODING", header(exchange, "Content-Encoding"),
                "GIT_PROTOCOL", header(exchange, "Git-Protocol"));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static List<String> headers(InputStream out) throws IOException {
        List<String> headers = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            if (c == '\n') {
                if (line.isEmpty()) {
                    return headers;
                }
                headers.add(line.toString());
                line.setLength(0);
            } else if (c != '\r') {
                line.append((char) c);
            }
        }
        return headers;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
