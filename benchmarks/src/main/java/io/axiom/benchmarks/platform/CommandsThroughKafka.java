package io.axiom.benchmarks.platform;

import io.axiom.language.Contexts;
import io.axiom.language.Headers;
import io.axiom.language.MessageCatalog;
import io.axiom.language.Topics;
import io.axiom.language.json.Json;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * From a command on Kafka to its event on Kafka: latency at a constant rate, then the rate that is sustained. Runs beside a
 * platform that is up: {@code CommandsThroughKafka [bootstrap servers [rate [seconds [commands at once]]]]}.
 */
public final class CommandsThroughKafka {
    private static final String TYPE = MessageCatalog.nameOf(RegisterComponent.class);

    /** A process that just started spends its first minute compiling; what it does later is what users see. */
    private static final int WARM_UP_SECONDS = 60;

    private final String bootstrapServers;
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final Histogram micros = new Histogram(60_000_000L, 3);
    private volatile long lastSeenAt;
    private volatile boolean done;

    private CommandsThroughKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public static void main(String[] arguments) throws InterruptedException {
        String servers = arguments.length > 0 ? arguments[0] : "127.0.0.1:19092";
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
        int atOnce = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 60_000;
        new CommandsThroughKafka(servers).atRate("warm-up", rate, WARM_UP_SECONDS);
        new CommandsThroughKafka(servers).atRate("command to event", rate, seconds);
        new CommandsThroughKafka(servers).sustained(atOnce);
    }

    private void atRate(String title, int rate, int seconds) throws InterruptedException {
        Thread reader = startReader();
        try (KafkaProducer<String, byte[]> producer = producer(0)) {
            long due = System.nanoTime();
            for (int i = 0; i < rate * seconds; i++) {
                due += 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                send(producer, due);
            }
            awaitAll(Duration.ofSeconds(60));
        } finally {
            done = true;
            reader.join();
        }
        System.out.printf(
                "%s at %d/s for %d s: p50 %.2f ms, p99 %.2f ms, max %.2f ms, %d commands, %d without event%n",
                title,
                rate,
                seconds,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount(),
                sentAt.size());
    }

    private void sustained(int commands) throws InterruptedException {
        Thread reader = startReader();
        long start = System.nanoTime();
        try (KafkaProducer<String, byte[]> producer = producer(5)) {
            for (int i = 0; i < commands; i++) {
                send(producer, System.nanoTime());
            }
            awaitAll(Duration.ofSeconds(300));
        } finally {
            done = true;
            reader.join();
        }
        double took = (lastSeenAt - start) / 1e9;
        System.out.printf(
                "sustained: %d commands in %.1f s = %.0f/s, %d without event%n",
                commands, took, commands / took, sentAt.size());
    }

    private void send(KafkaProducer<String, byte[]> producer, long due) {
        String commandId = UUID.randomUUID().toString();
        String component = "bench-" + commandId;
        byte[] payload = Json.mapper().writeValueAsBytes(new RegisterComponent(component, null));
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(Topics.commands(Contexts.VERSION), component, payload);
        header(message, Headers.SPEC_VERSION, "1.0");
        header(message, Headers.ID, commandId);
        header(message, Headers.SOURCE, "/benchmarks");
        header(message, Headers.TYPE, TYPE);
        header(message, Headers.SUBJECT, component);
        header(message, Headers.TIME, Instant.now().toString());
        header(message, Headers.CONTENT_TYPE, "application/json");
        sentAt.put(commandId, due);
        producer.send(message);
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private KafkaProducer<String, byte[]> producer(int lingerMillis) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", lingerMillis, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private Thread startReader() throws InterruptedException {
        java.util.concurrent.CountDownLatch ready = new java.util.concurrent.CountDownLatch(1);
        Thread reader = Thread.ofPlatform().name("reader").start(() -> read(ready));
        ready.await();
        return reader;
    }

    private void read(java.util.concurrent.CountDownLatch ready) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "fetch.max.wait.ms",
                        100),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(Topics.events(Contexts.VERSION), 0));
            consumer.assign(partition);
            consumer.seekToEnd(partition);
            consumer.position(partition.getFirst());
            ready.countDown();
            while (!done) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    seen(message);
                }
            }
        }
    }

    private void seen(ConsumerRecord<String, byte[]> message) {
        Header commandId = message.headers().lastHeader(Headers.COMMAND_ID);
        Long sent = commandId == null ? null : sentAt.remove(new String(commandId.value(), StandardCharsets.UTF_8));
        if (sent != null) {
            lastSeenAt = System.nanoTime();
            micros.recordValue(Math.max(0, (lastSeenAt - sent) / 1_000));
        }
    }

    private void awaitAll(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!sentAt.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
