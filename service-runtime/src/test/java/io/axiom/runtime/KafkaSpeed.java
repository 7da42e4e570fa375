package io.axiom.runtime;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Headers;
import io.axiom.language.Topics;
import io.axiom.runtime.counter.CounterService;
import io.axiom.runtime.counter.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** A quick look at latency and throughput; run by name, the benchmarks module measures properly. */
class KafkaSpeed {
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final AtomicLong received = new AtomicLong();
    private volatile long[] latencies = new long[0];
    private volatile boolean running = true;

    public static void main(String... unused) throws Exception {
        new KafkaSpeed().measure();
        System.exit(0);
    }

    @Test
    void measure() throws Exception {
        String bootstrap = TestInfrastructure.kafka().bootstrapServers();
        try (CounterService service = CounterService.start(
                        TestInfrastructure.freshDatabase(),
                        "axiom.kafka.bootstrap-servers=" + bootstrap,
                        "axiom.database.pool-size=16");
                KafkaProducer<String, byte[]> producer = producer(bootstrap)) {
            org.awaitility.Awaitility.await()
                    .until(() -> service.bean(io.axiom.runtime.kafka.RelayStatus.class)
                                    .relayed()
                            != null);
            Thread listener = Thread.ofPlatform().start(() -> listen(bootstrap));
            paced(producer, "warm", 500, 4000);
            paced(producer, "paced", 500, 5000);
            flood(producer, "flood1", 30_000);
            flood(producer, "flood2", 30_000);
            running = false;
            listener.join();
        }
    }

    private void paced(KafkaProducer<String, byte[]> producer, String name, int perSecond, int count) {
        begin(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            send(producer, name, i);
        }
        end(name, count, start);
    }

    private void flood(KafkaProducer<String, byte[]> producer, String name, int count) {
        begin(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            send(producer, name, i);
        }
        end(name, count, start);
    }

    private void begin(int count) {
        received.set(0);
        latencies = new long[count];
    }

    private void send(KafkaProducer<String, byte[]> producer, String name, int i) {
        String id = name + '-' + i;
        String key = name + '-' + i % 2000;
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.commands("counter"),
                key,
                ("{\"counter\":\"" + key + "\",\"amount\":1}").getBytes(StandardCharsets.UTF_8));
        record.headers().add(Headers.ID, id.getBytes(StandardCharsets.UTF_8));
        record.headers().add(Headers.TYPE, "counter.Add.v1".getBytes(StandardCharsets.UTF_8));
        sent.put(id, System.nanoTime());
        producer.send(record);
    }

    private void end(String name, int count, long start) {
        while (received.get() < count && System.nanoTime() - start < 40_000_000_000L) {
            LockSupport.parkNanos(1_000_000);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "SPEED %s: %d in %.1f s = %.0f/s, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                name,
                count,
                seconds,
                count / seconds,
                sorted[count / 2] / 1e6,
                sorted[count * 99 / 100] / 1e6,
                sorted[count - 1] / 1e6);
    }

    private void listen(String bootstrap) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(java.util.List.of(new TopicPartition(Topics.events("counter"), 0)));
            while (running) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    Long at = sent.remove(TopicReader.header(record, Headers.COMMAND_ID));
                    if (at != null) {
                        latencies[(int) received.getAndIncrement()] = System.nanoTime() - at;
                    }
                });
            }
        }
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrap) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("linger.ms", "0");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
