package io.axiom.embedded.demo;

import io.axiom.language.Contexts;
import io.axiom.language.Headers;
import io.axiom.language.Topics;
import io.axiom.language.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;

/** Reads the deployment events from Kafka as any other program could, and remembers them. */
public final class EventWitness implements AutoCloseable {

    /** @param cause the event that led to this one, empty for a command from outside */
    public record Seen(String type, long position, String cause, String actor, Instant readAt, JsonNode event) {
        /** {@code HealthCheckFailed} of {@code deployment.HealthCheckFailed.v1}. */
        public String name() {
            return type.split("\\.")[1];
        }
    }

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean going = true;

    public EventWitness(String bootstrapServers) {
        this.reader = Thread.ofPlatform().name("witness").daemon().start(() -> read(bootstrapServers));
    }

    private void read(String bootstrapServers) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(Topics.events(Contexts.DEPLOYMENT), 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            while (going) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    seen.add(new Seen(
                            header(message, Headers.TYPE),
                            Long.parseLong(header(message, Headers.POSITION)),
                            header(message, Headers.CAUSATION_ID),
                            header(message, Headers.ACTOR),
                            Instant.now(),
                            Json.lenient().readTree(message.value())));
                }
            }
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public Optional<Seen> first(Predicate<Seen> which) {
        return seen.stream().filter(which).findFirst();
    }

    @Override
    public void close() {
        going = false;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
