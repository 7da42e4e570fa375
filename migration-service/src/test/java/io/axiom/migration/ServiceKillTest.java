package io.axiom.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.json.Json;
import io.axiom.language.migration.MigrationFile;
import io.axiom.language.migration.MigrationSource;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** migration-service in a process of its own, without Kafka, killed while it migrates. */
class ServiceKillTest {
    private static final int MIGRATIONS = 40;
    private static final int KILLS = 3;

    private final String log = TestInfrastructure.freshDatabase();
    private final String target = TestInfrastructure.freshDatabase();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private Process process;

    @TempDir
    Path folder;

    @AfterEach
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void aRunGoesOnInTheNextProcessAndDoesNothingTwice() throws Exception {
        start();
        send("/api/databases", Map.of("name", "orders", "environment", "staging", "url", target));
        JsonNode begun = send("/api/databases/orders/migrate", Map.of("source", source()));
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            int enough = applied() + 2 + random.nextInt(6);
            await().atMost(Duration.ofSeconds(60)).until(() -> applied() >= enough);
            kill();
            start();
        }
        String run = "/api/databases/orders/runs/" + begun.path("runId").asString("");
        JsonNode ended = await().atMost(Duration.ofSeconds(90))
                .until(() -> get(run), view -> !view.path("status").asString("").equals("running"));
        assertThat(ended.path("status").asString("")).as(ended.toString()).isEqualTo("completed");
        assertThat(values("SELECT n::text AS value FROM ledger ORDER BY n"))
                .isEqualTo(IntStream.rangeClosed(2, MIGRATIONS)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(types().stream().filter("migration.MigrationCompleted.v1"::equals))
                .hasSize(MIGRATIONS);
    }

    /** Each but the first writes its number into a ledger, and takes a moment. */
    private static MigrationSource source() {
        List<MigrationFile> files = new ArrayList<>();
        files.add(new MigrationFile("V1__ledger.sql", "CREATE TABLE ledger (n int PRIMARY KEY);"));
        for (int n = 2; n <= MIGRATIONS; n++) {
            files.add(new MigrationFile(
                    "V" + n + "__change_" + n + ".sql",
                    "INSERT INTO ledger VALUES (" + n + "); DO $$ BEGIN PERFORM pg_sleep(0.05); END $$;"));
        }
        return new MigrationSource(null, files, null);
    }

    private int applied() {
        return values("SELECT count(*)::text AS value FROM information_schema.tables WHERE table_name = 'ledger'")
                        .getFirst()
                        .equals("0")
                ? 0
                : Integer.parseInt(
                        values("SELECT count(*)::text AS value FROM ledger").getFirst());
    }

    private List<String> values(String query) {
        try (SqlSession session = DatabaseAddress.of(target).open(10)) {
            return session.query(query).stream().map(row -> row.text("value")).toList();
        }
    }

    private List<String> types() throws Exception {
        return StreamSupport.stream(
                        get("/api/log/events?limit=1000").path("events").spliterator(), false)
                .map(event -> event.path("type").asString(""))
                .toList();
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigrationServiceApplication.class.getName(),
                        "--server.port=" + port,
                        "--logging.level.root=warn",
                        "--axiom.home=" + folder.resolve("home"),
                        "--axiom.migration.lease=2s",
                        "--axiom.database.url=" + log)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service.log").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> get("/api/log/head").has("position"));
    }

    private JsonNode get(String path) throws Exception {
        return answer(HttpRequest.newBuilder(uri(path)).GET());
    }

    private JsonNode send(String path, Object body) throws Exception {
        JsonNode answer = answer(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
        assertThat(answer.has("code")).as(answer.toString()).isFalse();
        return answer;
    }

    private JsonNode answer(HttpRequest.Builder request) throws Exception {
        return Json.mapper()
                .readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
