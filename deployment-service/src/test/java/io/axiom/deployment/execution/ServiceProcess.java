package io.axiom.deployment.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.deployment.DeploymentServiceApplication;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Command;
import io.axiom.language.MessageCatalog;
import io.axiom.language.json.Json;
import io.axiom.language.version.RunSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** deployment-service in a process of its own on real PostgreSQL and Kafka, so that it can be killed. */
final class ServiceProcess implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String database = TestInfrastructure.freshDatabase();
    private final Path home;
    private final String routerAdminUrl;
    private final String kafka;
    private final int port = freePort();
    private Process process;

    ServiceProcess(Path home, String routerAdminUrl, String kafka) throws Exception {
        this.home = home;
        this.routerAdminUrl = routerAdminUrl;
        this.kafka = kafka;
        start();
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                DeploymentServiceApplication.class.getName(),
                "--server.port=" + port,
                "--axiom.database.url=" + database,
                "--axiom.kafka.bootstrap-servers=" + kafka,
                "--axiom.home=" + home,
                "--axiom.router.admin-url=" + routerAdminUrl,
                "--axiom.drain-timeout=3s",
                "--logging.level.root=error"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("service.log").toFile()))
                .start();
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    assertThat(process.isAlive()).isTrue();
                    return get("/health").path("status").isString();
                });
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What the registry would have told. */
    void knowsVersion(String component, String version, RunSpec run) throws Exception {
        try (var connection = DriverManager.getConnection(database);
                var insert = connection.prepareStatement(
                        "insert into known_version (component, version, run) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, component);
            insert.setString(2, version);
            insert.setString(3, Json.mapper().writeValueAsString(run));
            insert.executeUpdate();
        }
    }

    /** Sends under one id until it is answered, as a careful caller does. */
    JsonNode ask(Command command) {
        String id = UUID.randomUUID().toString();
        HttpRequest request = HttpRequest.newBuilder(uri("/api/commands/" + MessageCatalog.nameOf(command.getClass())))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(command)))
                .build();
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> {
                            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                            if (answer.statusCode() >= 500) {
                                throw new IOException(answer.body());
                            }
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                            return Json.lenient().readTree(answer.body());
                        },
                        _ -> true);
    }

    JsonNode state(String rolloutId) throws Exception {
        return get("/api/log/state?aggregateType=rollout&aggregateId=" + rolloutId)
                .path("state");
    }

    List<String> eventTypes() throws Exception {
        List<String> types = new ArrayList<>();
        get("/api/log/events?limit=1000")
                .path("events")
                .forEach(event -> types.add(event.path("type").asString()));
        return types;
    }

    /** Position, type and times of these events, for people who look for where time goes. */
    List<String> timeline(List<String> names) throws Exception {
        List<String> lines = new ArrayList<>();
        get("/api/log/events?limit=1000").path("events").forEach(event -> {
            String type = event.path("type").asString();
            if (names.stream().anyMatch(type::contains)) {
                lines.add(event.path("position").asLong() + " " + type + " at "
                        + event.path("time").asString()
                        + " first failure "
                        + event.path("event").path("firstFailureAt").asString("-") + " by "
                        + event.path("metadata").path("actor").path("name").asString("-"));
            }
        });
        return lines;
    }

    JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build(),
                HttpResponse.BodyHandlers.ofString());
        return Json.lenient().readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        kill();
        http.close();
    }
}
