package io.axiom.systemtests;

import io.axiom.embedded.Home;
import io.axiom.embedded.JavaProcess;
import io.axiom.embedded.Ports;
import io.axiom.embedded.ServiceProperties;
import io.axiom.infrastructure.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The distributed form on one machine: every part a process of its own, so that each can be killed alone. */
final class Cluster implements AutoCloseable {
    enum Part {
        POSTGRES,
        KAFKA,
        ROUTER,
        VERSION,
        DEPLOYMENT,
        MIGRATION,
        GATEWAY
    }

    private final Home home;
    private final Ports ports = Ports.free();
    private final Map<Part, Process> processes = new EnumMap<>(Part.class);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private EmbeddedPostgresServer postgres;

    private Cluster(Path folder) {
        this.home = Home.at(folder);
    }

    static Cluster start(Path folder) {
        Cluster cluster = new Cluster(folder);
        for (Part part : Part.values()) {
            cluster.launch(part);
        }
        cluster.awaitAllHealthy();
        return cluster;
    }

    Ports ports() {
        return ports;
    }

    Home home() {
        return home;
    }

    /** Starts a part; does not wait for it. */
    void launch(Part part) {
        switch (part) {
            case POSTGRES ->
                postgres =
                        EmbeddedPostgresServer.startWithPassword(home.postgres(), ports.postgres(), home.passwords());
            case KAFKA ->
                java(
                        part,
                        "io.axiom.infrastructure.KafkaApplication",
                        "256m",
                        List.of(home.kafka().toString(), Integer.toString(ports.kafka())));
            case ROUTER ->
                java(
                        part,
                        "io.axiom.router.RouterApplication",
                        "96m",
                        List.of(
                                "--port", Integer.toString(ports.router()),
                                "--admin-port", Integer.toString(ports.routerAdmin()),
                                "--home", home.folder().toString()));
            case VERSION ->
                java(
                        part,
                        "io.axiom.version.VersionServiceApplication",
                        "192m",
                        arguments(ServiceProperties.version(home, ports)));
            case DEPLOYMENT ->
                java(
                        part,
                        "io.axiom.deployment.DeploymentServiceApplication",
                        "256m",
                        arguments(ServiceProperties.deployment(home, ports)));
            case MIGRATION ->
                java(
                        part,
                        "io.axiom.migration.MigrationServiceApplication",
                        "192m",
                        arguments(ServiceProperties.migration(home, ports)));
            case GATEWAY ->
                java(
                        part,
                        "io.axiom.gateway.GatewayApplication",
                        "256m",
                        arguments(ServiceProperties.gateway(home, ports)));
        }
    }

    private void java(Part part, String mainClass, String heap, List<String> arguments) {
        try {
            List<String> options = List.of(
                    "-Xmx" + heap,
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dorg.springframework.boot.logging.LoggingSystem=none",
                    "-Dorg.postgresql.pgpassfile=" + home.passwords());
            processes.put(
                    part,
                    JavaProcess.startDetached(
                            home.logs().resolve(part.name().toLowerCase(java.util.Locale.ROOT) + ".log"),
                            options,
                            mainClass,
                            arguments,
                            Map.of(
                                    "AXIOM_SIGNING_KEY_ID",
                                    "internal",
                                    "AXIOM_SIGNING_TOKEN",
                                    ServiceProperties.signing(home)
                                            .get("axiom.signing.token")
                                            .toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + '=' + entry.getValue())
                .toList();
    }

    /** {@code kill -9}. */
    void kill(Part part) {
        if (part == Part.POSTGRES) {
            ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
            server.destroyForcibly();
            server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            postgres.close(); // frees the folder's lock in this JVM; the server is dead already
            return;
        }
        Process process = processes.get(part);
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    void awaitAllHealthy() {
        for (int port : List.of(ports.routerAdmin(), ports.version(), ports.deployment(), ports.gateway())) {
            Awaitility.await("health on port " + port)
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> healthy(port));
        }
    }

    private boolean healthy(int port) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Deployed instances that are alive, found by their environment in the process table, not by what Axiom wrote down. */
    List<ProcessHandle> instances() {
        return ProcessHandle.allProcesses()
                .filter(process -> instanceId(process) != null)
                .toList();
    }

    /** One id per living process, so a doubled instance shows twice. */
    List<String> instanceIds() {
        return ProcessHandle.allProcesses()
                .map(this::instanceId)
                .filter(Objects::nonNull)
                .toList();
    }

    private String instanceId(ProcessHandle process) {
        try {
            String environment = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
            if (!environment.contains(home.folder().toString())) {
                return null;
            }
            return Stream.of(environment.split("\0"))
                    .filter(variable -> variable.startsWith("AXIOM_INSTANCE_ID="))
                    .map(variable -> variable.substring("AXIOM_INSTANCE_ID=".length()))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() {
        for (Part part :
                List.of(Part.GATEWAY, Part.DEPLOYMENT, Part.MIGRATION, Part.VERSION, Part.ROUTER, Part.KAFKA)) {
            Process process = processes.get(part);
            if (process != null) {
                process.destroyForcibly();
            }
        }
        instances().forEach(ProcessHandle::destroyForcibly);
        if (postgres != null) {
            postgres.close();
        }
    }

    /** The last lines of every log, for a failing test's message. */
    String logTails() {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> logs = Files.list(home.logs())) {
            for (Path log : logs.sorted().toList()) {
                List<String> lines = Files.readAllLines(log);
                text.append("\n== ").append(log.getFileName()).append('\n');
                lines.subList(Math.max(0, lines.size() - 40), lines.size())
                        .forEach(line -> text.append(line).append('\n'));
            }
        } catch (IOException e) {
            text.append(e);
        }
        return text.toString();
    }
}
