package io.axiom.benchmarks.migration;

import io.axiom.infrastructure.EmbeddedKafkaServer;
import io.axiom.infrastructure.EmbeddedPostgresServer;
import io.axiom.language.json.Json;
import io.axiom.migration.MigrationServiceApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The same folder of small migrations applied by Flyway and by migration-service, which writes its events to its log and to Kafka
 * meanwhile. Planning, with every way back proven, is measured apart. Arguments: how many migrations (500); {@code new} for tables
 * made and filled, {@code mixed} for tables made, filled, changed, indexed, updated and joined in views (new); rounds (3).
 */
public final class AgainstFlyway {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;
    private final Path folder;

    private AgainstFlyway(String service, Path folder) {
        this.service = service;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        int migrations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        Path home = Files.createTempDirectory("axiom-flyway");
        boolean mixed = arguments.length > 1 && arguments[1].equals("mixed");
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path folder = write(Files.createDirectory(home.resolve("migrations")), migrations, mixed);
        try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(null, 0);
                EmbeddedKafkaServer kafka = EmbeddedKafkaServer.start(home.resolve("kafka"), 0)) {
            postgres.createDatabase("axiom_migration");
            try (ConfigurableApplicationContext spring = MigrationServiceApplication.application()
                    .run(
                            "--server.port=0",
                            "--logging.level.root=warn",
                            "--axiom.home=" + home,
                            "--axiom.database.url=" + postgres.jdbcUrl("axiom_migration"),
                            "--axiom.kafka.bootstrap-servers=" + kafka.bootstrapServers())) {
                AgainstFlyway benchmark = new AgainstFlyway(
                        "http://127.0.0.1:" + spring.getEnvironment().getProperty("local.server.port"), folder);
                for (int round = 1; round <= rounds; round++) {
                    postgres.createDatabase("flyway" + round);
                    postgres.createDatabase("axiom" + round);
                    benchmark.compare(
                            "PostgreSQL, round " + round,
                            postgres.jdbcUrl("flyway" + round),
                            postgres.jdbcUrl("axiom" + round),
                            "pg" + round);
                    benchmark.compare(
                            "SQLite, round " + round,
                            "jdbc:sqlite:" + home.resolve("flyway" + round + ".db"),
                            "jdbc:sqlite:" + home.resolve("axiom" + round + ".db"),
                            "sqlite" + round);
                }
            }
        }
    }

    private static Path write(Path folder, int migrations, boolean mixed) throws IOException {
        for (int i = 1; i <= migrations; i++) {
            Files.writeString(
                    folder.resolve("V" + i + "__change_" + i + ".sql"), mixed ? mixed((i + 4) / 5, i % 5) : made(i));
        }
        return folder;
    }

    private static String made(int table) {
        return "CREATE TABLE t" + table + " (id integer PRIMARY KEY, name text NOT NULL);\nINSERT INTO t" + table
                + " VALUES (1, 'one');\n";
    }

    private static String mixed(int number, int turn) {
        String sql = switch (turn) {
            case 1 -> made(number);
            case 2 -> "ALTER TABLE t# ADD COLUMN email text;\n";
            case 3 -> "CREATE INDEX t#_email ON t# (email);\n";
            case 4 -> "UPDATE t# SET email = name || '@example.org' WHERE email IS NULL;\n";
            default ->
                "CREATE TABLE c# (id integer PRIMARY KEY, t_id integer REFERENCES t# (id), amount numeric(10, 2));\n"
                        + "CREATE VIEW v# AS SELECT t.id, t.name, c.amount FROM t# t JOIN c# c ON c.t_id = t.id;\n";
        };
        return sql.replace("#", Integer.toString(number));
    }

    private void compare(String title, String flywayUrl, String axiomUrl, String database) throws Exception {
        long begin = System.nanoTime();
        Flyway.configure()
                .dataSource(flywayUrl, null, null)
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        double flyway = seconds(begin);
        post("/api/databases", Map.of("name", database, "environment", "bench", "url", axiomUrl));
        begin = System.nanoTime();
        JsonNode begun = post(
                "/api/databases/" + database + "/migrate", Map.of("source", Map.of("directory", folder.toString())));
        double planned = seconds(begin);
        begin = System.nanoTime();
        String run =
                "/api/databases/" + database + "/runs/" + begun.path("runId").asString("");
        JsonNode state;
        while ((state = get(run)).path("status").asString("").equals("running")) {
            // Each look makes the text of the whole run, on the same two cores.
            LockSupport.parkNanos(20_000_000);
        }
        double ran = seconds(begin);
        begin = System.nanoTime();
        get("/api/databases/" + database + "/migrations");
        System.out.printf(
                "%-24s Flyway %.2f s, run %.2f s (%.2f x), plan with proof %.2f s, list %.0f ms, %s%n",
                title,
                flyway,
                ran,
                ran / flyway,
                planned,
                seconds(begin) * 1_000,
                state.path("status").asString(""));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private JsonNode post(String path, Object body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
    }

    private JsonNode get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(service + path)).GET());
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.body());
        }
        return Json.mapper().readTree(response.body());
    }
}
