package io.axiom.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Headers;
import io.axiom.language.MessageCatalog;
import io.axiom.language.Topics;
import io.axiom.language.json.Json;
import io.axiom.language.version.VersionCommand;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** The running service as other programs see it: HTTP, and Kafka through the plain clients. */
final class VersionService {
    private static final Supplier<VersionService> SHARED = SingletonSupplier.of(VersionService::start);

    private final ConfigurableApplicationContext spring;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> producer;

    private VersionService(ConfigurableApplicationContext spring, Map<String, Object> kafka) {
        this.spring = spring;
        this.producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * One for all tests of this JVM: its topics belong to one log, so there cannot be a second one with a log of its own. It ends
     * with the JVM.
     */
    static VersionService shared() {
        return SHARED.get();
    }

    private static VersionService start() {
        String kafka = TestInfrastructure.kafka().bootstrapServers();
        ConfigurableApplicationContext spring = VersionServiceApplication.application()
                .run(
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--axiom.home=" + Path.of("target", "axiom-home").toAbsolutePath(),
                        "--axiom.database.url=" + TestInfrastructure.freshDatabase(),
                        "--axiom.kafka.bootstrap-servers=" + kafka);
        return new VersionService(spring, Map.of("bootstrap.servers", kafka));
    }

    record Response(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String field) {
            return body.path(field).asString("");
        }

        long position() {
            return body.path("position").asLong();
        }
    }

    /** A part of the service itself, for what nobody outside can ask for. */
    <T> T part(Class<T> type) {
        return spring.getBean(type);
    }

    Response get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** What is no JSON. */
    String textAt(long position, String path) {
        try {
            HttpResponse<String> response = http.send(
                    request(path, "Axiom-Min-Position", "version=" + position)
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads what is there once the projections have seen {@code position}. */
    Response getAt(long position, String path) {
        return get(path, "Axiom-Min-Position", "version=" + position);
    }

    Response post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Response put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Response upload(String path, byte[] content) {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + spring.getEnvironment().getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), Json.mapper().readTree(response.body()), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void sendOverKafka(String commandId, VersionCommand command) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.commands("version"), command.aggregateId(), Json.mapper().writeValueAsBytes(command));
        Map.of(
                        Headers.SPEC_VERSION, "1.0",
                        Headers.ID, commandId,
                        Headers.SOURCE, "/tests",
                        Headers.TYPE, MessageCatalog.nameOf(command.getClass()),
                        Headers.CONTENT_TYPE, "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get(30, TimeUnit.SECONDS);
    }

    /** Everything on the events topic from its start, read until one satisfies the condition. */
    List<ConsumerRecord<String, byte[]>> eventsUntil(Predicate<ConsumerRecord<String, byte[]>> found) {
        return read(List.of(new TopicPartition(Topics.events("version"), 0)), found);
    }

    /** The reply to a command. */
    JsonNode replyTo(String commandId) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REPLIES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Predicate<ConsumerRecord<String, byte[]>> isReply = record -> commandId.equals(record.key());
            return Json.mapper()
                    .readTree(read(partitions, isReply).stream()
                            .filter(isReply)
                            .findFirst()
                            .orElseThrow()
                            .value());
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(
            List<TopicPartition> partitions, Predicate<ConsumerRecord<String, byte[]>> found) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
                return all.stream().anyMatch(found);
            });
        }
        return all;
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestInfrastructure.kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Status and code of a refusal. */
    static String code(Response response) {
        return response.status() + " " + response.text("code");
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }
}
