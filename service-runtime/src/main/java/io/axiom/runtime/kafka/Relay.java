package io.axiom.runtime.kafka;

import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.StoredEvent;
import io.axiom.language.Topics;
import io.axiom.runtime.log.LogTail;
import io.axiom.runtime.log.Pace;
import io.axiom.runtime.reaction.Leadership;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the log to its topic in position order, each event once. The transactional id fences a relay that was replaced
 * without knowing it; after any failure it begins again behind the last position found in the topic.
 */
public final class Relay implements Leadership.Duty {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 1000;
    /** A transaction is half a dozen writes of the broker's, however much is in it. */
    private static final Duration APART = Duration.ofMillis(5);

    private final String context;
    private final EventLog log;
    private final KafkaSettings settings;
    private final KafkaConnection connection;
    private final RelayStatus status;
    private @Nullable LogTail tail;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private long published;

    public Relay(String context, EventLog log, KafkaSettings settings, KafkaConnection connection, RelayStatus status) {
        this.context = context;
        this.log = log;
        this.settings = settings;
        this.connection = connection;
        this.status = status;
    }

    @Override
    public synchronized void lead() {
        status.leading(true);
        tail = LogTail.start("relay-" + context, log, Pace.of(APART), this::publish);
    }

    private long publish() throws InterruptedException {
        try {
            KafkaProducer<String, byte[]> open = producer;
            if (open == null) {
                if (!connection.ready()) {
                    return published;
                }
                open = open();
            }
            List<StoredEvent> events = log.read(published, BATCH);
            if (!events.isEmpty()) {
                open.beginTransaction();
                for (StoredEvent event : events) {
                    var unused = open.send(EventRecords.record(context, event));
                }
                open.commitTransaction();
                published = events.getLast().position();
                status.relayed(published);
            }
            return published;
        } catch (RuntimeException e) {
            // Whether the transaction was committed is found out from the topic.
            close(Duration.ZERO);
            throw e;
        }
    }

    private KafkaProducer<String, byte[]> open() {
        Map<String, Object> configuration = settings.producer("relay");
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "axiom-relay-" + context);
        configuration.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        // Were the first request of a transaction refused for a moment, a second one on its way would be out of order.
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // A transaction that begins while the broker still completes the one before it is told to try again; soon,
        // then.
        configuration.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
        configuration.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 200);
        KafkaProducer<String, byte[]> opened = new KafkaProducer<>(configuration);
        producer = opened;
        // Ends what a predecessor left open, so what is found in the topic afterwards is final.
        opened.initTransactions();
        published = lastInTopic();
        status.relayed(published);
        if (published > log.head()) {
            LOG.error(
                    "The topic {} is at position {}, ahead of the log at {}: it is not this log's, or the log was restored from"
                            + " a backup. Nothing is published until the log has passed it.",
                    Topics.events(context),
                    published,
                    log.head());
        }
        LOG.info("The relay of {} goes on after position {}", context, published);
        return opened;
    }

    private long lastInTopic() {
        TopicPartition partition = new TopicPartition(Topics.events(context), 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.consumer("relay-last"))) {
            consumer.assign(List.of(partition));
            long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            // Transaction markers take offsets too, so the last event may lie further back than one.
            long last = 0;
            long from = end;
            for (long back = 10; last == 0 && from > begin; back *= 10) {
                from = Math.max(begin, end - back);
                last = lastBetween(consumer, partition, from, end);
            }
            return last;
        }
    }

    private static long lastBetween(
            KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        long last = 0;
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                last = EventRecords.position(record);
            }
        }
        return last;
    }

    private void close(Duration timeout) {
        KafkaProducer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(timeout);
        }
    }

    @Override
    public synchronized void stepDown() {
        LogTail running = tail;
        tail = null;
        if (running != null) {
            running.close();
        }
        close(Duration.ofSeconds(1));
        status.leading(false);
        status.relayed(null);
    }
}
