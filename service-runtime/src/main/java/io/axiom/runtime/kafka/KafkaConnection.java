package io.axiom.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Waits for Kafka, makes the topics that are missing, and then keeps an eye on it. The service does not wait: it starts and
 * serves without Kafka.
 */
public final class KafkaConnection implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaConnection.class);

    /** A topic this service reads or writes. */
    public record Topic(String name, int partitions) {}

    private final KafkaSettings settings;
    private final List<Topic> topics;
    private final RelayStatus status;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    public KafkaConnection(KafkaSettings settings, List<Topic> topics, RelayStatus status) {
        this.settings = settings;
        this.topics = List.copyOf(topics);
        this.status = status;
    }

    /** Waits a moment; whether Kafka was reached and has the topics. Callers go on asking until they are stopped. */
    boolean ready() throws InterruptedException {
        try {
            ready.get(100, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("kafka-connection").start(this::run);
    }

    private void run() {
        try (Admin admin = Admin.create(settings.admin("admin"))) {
            boolean reachable = false;
            while (running) {
                try {
                    if (!reachable) {
                        createMissing(admin);
                        ready.complete(null);
                        LOG.info("Kafka is reachable");
                    } else {
                        admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                    }
                    reachable = true;
                } catch (InterruptedException e) {
                    return;
                } catch (Exception e) {
                    if (reachable || !ready.isDone()) {
                        LOG.warn(
                                "Kafka cannot be reached; commands over HTTP go on, events are published later: {}",
                                String.valueOf(e.getMessage()));
                    }
                    reachable = false;
                }
                status.kafkaReachable(reachable);
                TimeUnit.MILLISECONDS.sleep(reachable ? 1000 : 200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void createMissing(Admin admin) throws Exception {
        var existing = admin.listTopics().names().get(6, TimeUnit.SECONDS);
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(Map.of(
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(RecordSizes.LARGEST_BATCH))))
                .toList();
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get(10, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        awaitLeaders(admin);
        RecordSizes.raise(
                admin,
                topics.stream().map(Topic::name).filter(existing::contains).toList());
    }

    /**
     * A topic can be listed a moment before its leaders serve it. An idempotent producer with several requests on their way that
     * writes in that moment can lose its first request alone, and is then out of order for good.
     */
    private void awaitLeaders(Admin admin) throws Exception {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        admin.describeTopics(topics.stream().map(Topic::name).toList())
                .allTopicNames()
                .get(10, TimeUnit.SECONDS)
                .forEach((name, description) -> description
                        .partitions()
                        .forEach(partition ->
                                partitions.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        admin.listOffsets(partitions).all().get(10, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 100;
    }
}
