package io.axiom.runtime.kafka;

import io.axiom.language.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes commands from Kafka. Offsets are committed behind what is answered; what is delivered again gets the same answers,
 * because commands are known by their ids. When too much waits, as with the log unavailable, no more is taken.
 */
public final class Intake implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int MOST_IN_FLIGHT = 4000;
    private static final Duration COMMITS_APART = Duration.ofMillis(100);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);

    private final String context;
    private final KafkaSettings settings;
    private final KafkaConnection connection;
    private final CommandAnswers answers;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    public Intake(String context, KafkaSettings settings, KafkaConnection connection, CommandAnswers answers) {
        this.context = context;
        this.settings = settings;
        this.connection = connection;
        this.answers = answers;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("intake-" + context).start(this::run);
    }

    private void run() {
        try {
            while (running) {
                try {
                    if (connection.ready()) {
                        consume();
                    }
                } catch (WakeupException | InterruptException e) {
                    // stop() was called
                } catch (RuntimeException e) {
                    LOG.warn("Intake of {} starts again", context, e);
                    TimeUnit.MILLISECONDS.sleep(500);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume() {
        Map<String, Object> configuration = settings.consumer("intake");
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, "axiom-" + context);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);
        configuration.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1000);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try (KafkaConsumer<String, byte[]> open = new KafkaConsumer<>(configuration)) {
            consumer = open;
            InFlight inFlight = new InFlight(threads, record -> answers.answer(record, () -> running));
            open.subscribe(List.of(Topics.commands(context)), new Handover(open, inFlight));
            long committedNanos = System.nanoTime();
            while (running) {
                ConsumerRecords<String, byte[]> records = open.poll(Duration.ofMillis(inFlight.size() > 0 ? 20 : 500));
                if (!records.isEmpty()) {
                    inFlight.add(records);
                }
                if (System.nanoTime() - committedNanos > COMMITS_APART.toNanos()) {
                    committedNanos = System.nanoTime();
                    commit(open, inFlight.answered());
                }
                if (inFlight.size() > MOST_IN_FLIGHT) {
                    open.pause(open.assignment());
                } else {
                    open.resume(open.paused());
                }
            }
        } finally {
            consumer = null;
            threads.shutdown();
        }
    }

    private static void commit(KafkaConsumer<String, byte[]> open, Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (!offsets.isEmpty()) {
            open.commitAsync(offsets, (_, error) -> {
                if (error != null) {
                    LOG.debug("Offsets were not committed; what is delivered again is answered again", error);
                }
            });
        }
    }

    /** Lets what is under way end before another instance gets the partitions. */
    private record Handover(KafkaConsumer<String, byte[]> open, InFlight inFlight)
            implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            inFlight.await(LAST_ANSWERS);
            Map<TopicPartition, OffsetAndMetadata> offsets = inFlight.answered();
            if (!offsets.isEmpty()) {
                try {
                    open.commitSync(offsets, LAST_ANSWERS);
                } catch (RuntimeException e) {
                    LOG.debug("Offsets were not committed at the handover", e);
                }
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    }

    @Override
    public synchronized void stop() {
        running = false;
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        Thread stopping = thread;
        if (stopping != null) {
            try {
                if (!stopping.join(Duration.ofSeconds(5))) {
                    stopping.interrupt();
                    stopping.join(Duration.ofSeconds(5));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        answers.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
