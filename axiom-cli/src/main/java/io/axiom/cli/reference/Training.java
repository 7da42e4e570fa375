package io.axiom.cli.reference;

import com.sun.net.httpserver.HttpServer;
import io.axiom.cli.CommandTree;
import io.axiom.cli.Session;
import io.axiom.language.json.Json;
import io.axiom.language.status.PlatformStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What the launcher runs once after a build, so that the JVM records which classes a command needs and how they are
 * linked (JEP 483, JEP 514). Every later start takes that from the cache.
 */
public final class Training {
    private Training() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().getPath().equals("/api/status")
                    ? Json.mapper().writeValueAsBytes(status())
                    : "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        PrintWriter nowhere =
                new PrintWriter(new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
        Session session = new Session(
                Map.of("AXIOM_URL", "http://127.0.0.1:" + gateway.getAddress().getPort(), "AXIOM_HOME", "/nonexistent"),
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                nowhere,
                nowhere,
                true,
                false,
                Clock.systemUTC(),
                ZoneOffset.UTC);
        for (List<String> command : List.of(
                List.of("status"),
                List.of("status", "-o", "json"),
                List.of("deployment", "list"),
                List.of("audit", "search"),
                List.of("deploy", "--help"))) {
            CommandTree.execute(session, command.toArray(String[]::new));
        }
        gateway.stop(0);
    }

    private static PlatformStatus status() {
        return new PlatformStatus(
                "ok",
                Instant.EPOCH,
                List.of(new PlatformStatus.Part("deployment", "http://127.0.0.1:3002", "up", 1L, 1L, 1L, null)),
                new PlatformStatus.Audit(1, 0, null),
                new PlatformStatus.Counts(0, 0, 0),
                List.of());
    }
}
