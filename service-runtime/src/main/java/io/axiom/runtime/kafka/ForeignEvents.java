package io.axiom.runtime.kafka;

import io.axiom.language.RecordedEvent;
import io.axiom.language.Topics;
import io.axiom.runtime.log.EventCodec;
import io.axiom.runtime.log.Pace;
import io.axiom.runtime.projection.ProjectedPositions;
import io.axiom.runtime.projection.Projection;
import io.axiom.runtime.projection.StoredPositions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Feeds projections from the events topics of other contexts. Position and offset are stored in the projection's transaction,
 * and Kafka's own offsets are not used, so each event takes effect once however many instances read.
 */
public final class ForeignEvents implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignEvents.class);

    private final KafkaSettings settings;
    private final KafkaConnection connection;
    private final EventCodec codec;
    private final Map<String, List<Projection>> projections;
    private final StoredPositions stored;
    private final ProjectedPositions positions;
    private final TransactionTemplate transaction;
    private volatile boolean running;
    private @Nullable Thread thread;

    public ForeignEvents(
            KafkaSettings settings,
            KafkaConnection connection,
            EventCodec codec,
            List<Projection> projections,
            StoredPositions stored,
            ProjectedPositions positions,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.connection = connection;
        this.codec = codec;
        this.stored = stored;
        this.positions = positions;
        this.transaction = transaction;
        this.projections = contexts(projections, codec.context()).stream()
                .collect(Collectors.toUnmodifiableMap(
                        context -> context,
                        context -> projections.stream()
                                .filter(projection -> projection.contexts().contains(context))
                                .toList()));
    }

    /** Whose events the projections want besides those of {@code own}. */
    public static List<String> contexts(List<Projection> projections, String own) {
        return projections.stream()
                .flatMap(projection -> projection.contexts().stream())
                .filter(context -> !context.equals(own))
                .distinct()
                .toList();
    }

    @Override
    public synchronized void start() {
        running = true;
        if (!projections.isEmpty()) {
            projections.forEach((context, readers) -> readers.forEach(reader -> positions.reached(
                    reader.name(), context, stored.begin(reader.name(), context).position())));
            thread = Thread.ofPlatform().daemon().name("foreign-events").start(this::run);
        }
    }

    private void run() {
        try {
            while (running) {
                if (!connection.ready()) {
                    continue;
                }
                try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.consumer("foreign"))) {
                    consume(consumer);
                } catch (InterruptException e) {
                    return;
                } catch (RuntimeException e) {
                    if (!running) {
                        return;
                    }
                    LOG.warn("Reading the events of {} starts again", projections.keySet(), e);
                    TimeUnit.MILLISECONDS.sleep(500);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume(KafkaConsumer<String, byte[]> consumer) throws InterruptedException {
        Map<TopicPartition, String> contexts = new HashMap<>();
        projections.keySet().forEach(context -> contexts.put(new TopicPartition(Topics.events(context), 0), context));
        consumer.assign(contexts.keySet());
        contexts.forEach((partition, context) -> consumer.seek(
                partition,
                readers(context).stream()
                        .mapToLong(reader -> stored.read(reader.name(), context).topicOffset())
                        .min()
                        .orElse(0)));
        Pace pace = Pace.ofTables();
        while (running) {
            ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(500));
            pace.begin();
            for (TopicPartition partition : records.partitions()) {
                String context = contexts.getOrDefault(partition, "");
                for (Projection reader : readers(context)) {
                    project(context, reader, records.records(partition));
                }
            }
            if (!records.isEmpty()) {
                pace.rest();
            }
        }
    }

    private List<Projection> readers(String context) {
        return projections.getOrDefault(context, List.of());
    }

    private void project(String context, Projection reader, List<ConsumerRecord<String, byte[]>> records) {
        Long reached = transaction.execute(_ -> {
            long position = stored.lock(reader.name(), context).position();
            for (ConsumerRecord<String, byte[]> record : records) {
                RecordedEvent event = read(context, record);
                if (event != null && event.position() > position) {
                    reader.apply(event);
                    position = event.position();
                }
            }
            stored.store(reader.name(), context, position, records.getLast().offset() + 1);
            return position;
        });
        if (reached != null) {
            positions.reached(reader.name(), context, reached);
        }
    }

    /** Null for a record that no relay of ours can have written: it must not stop what comes after it. */
    private @Nullable RecordedEvent read(String context, ConsumerRecord<String, byte[]> record) {
        try {
            return EventRecords.event(context, record, codec);
        } catch (RuntimeException e) {
            LOG.error("Record {}@{} is not an event and is skipped", record.topic(), record.offset(), e);
            return null;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            try {
                if (!stopping.join(Duration.ofSeconds(2))) {
                    stopping.interrupt();
                    stopping.join(Duration.ofSeconds(5));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
