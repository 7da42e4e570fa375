package io.axiom.migration;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Headers;
import io.axiom.language.MessageCatalog;
import io.axiom.language.Topics;
import io.axiom.language.json.Json;
import io.axiom.language.migration.DatabaseCommand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** The running service as other programs see it. */
final class MigrationService {
    private static final Supplier<MigrationService> SHARED = SingletonSupplier.of(MigrationService::start);

    private final ConfigurableApplicationContext spring;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> producer;

    private MigrationService(ConfigurableApplicationContext spring, String kafka) {
        this.spring = spring;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
    }

    /** One for all tests of this JVM: its topics belong to one log. It ends with the JVM. */
    static MigrationService shared() {
        return SHARED.get();
    }

    private static MigrationService start() {
        String kafka = TestInfrastructure.kafka().bootstrapServers();
        return new MigrationService(
                MigrationServiceApplication.application()
                        .run(
                                "--server.port=0",
                                "--logging.level.root=warn",
                                "--axiom.git.timeout=30s",
                                "--axiom.git.schemes=https,file",
                                "--axiom.home="
                                        + Path.of("target", "axiom-home").toAbsolutePath(),
                                "--axiom.database.url=" + TestInfrastructure.freshDatabase(),
                                "--axiom.kafka.bootstrap-servers=" + kafka),
                kafka);
    }

    record Response(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asString("");
        }

        /** Status and code of a refusal. */
        String code() {
            return status + " " + text("code");
        }

        List<String> texts(String array, String field) {
            return StreamSupport.stream(body.path(array).spliterator(), false)
                    .map(item -> item.path(field).asString(""))
                    .toList();
        }
    }

    Response get(String path) {
        return send(request(path).GET());
    }

    Response post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
    }

    Response postText(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Response put(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + spring.getEnvironment().getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(60));
    }

    private Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), Json.mapper().readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void sendOverKafka(String commandId, DatabaseCommand command) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.commands("migration"),
                command.aggregateId(),
                Json.mapper().writeValueAsBytes(command));
        Map.of(
                        Headers.SPEC_VERSION, "1.0",
                        Headers.ID, commandId,
                        Headers.SOURCE, "/tests",
                        Headers.TYPE, MessageCatalog.nameOf(command.getClass()),
                        Headers.CONTENT_TYPE, "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get(30, TimeUnit.SECONDS);
    }

    /** The database's last run when it has ended. */
    Response ended(String database, String runId) {
        String path = "/api/databases/" + database + "/runs/" + runId;
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> get(path),
                        run -> run.status() == 200 && !run.text("status").equals("running"));
    }

    /** Types of the events of a database, in their order. */
    List<String> events(String database) {
        return eventsOf(database).stream()
                .map(event -> event.path("type").asString(""))
                .toList();
    }

    /** The last event of a type. */
    JsonNode lastEvent(String database, String type) {
        return eventsOf(database).reversed().stream()
                .filter(event -> event.path("type").asString("").equals(type))
                .findFirst()
                .orElseThrow()
                .path("event");
    }

    private List<JsonNode> eventsOf(String database) {
        List<JsonNode> all = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page =
                    get("/api/log/events?after=" + after + "&limit=500").body().path("events");
            if (page.isEmpty()) {
                return all;
            }
            for (JsonNode event : page) {
                after = event.path("position").asLong();
                if (event.path("aggregateId").asString("").equals(database)) {
                    all.add(event);
                }
            }
        }
    }
}
