package io.axiom.gateway.audit;

import io.axiom.language.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The events topics of all contexts, as far as they exist. Each has one partition, whose order is its log's. */
final class EventSources {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    /** Events of one context held in memory while they wait for their causes, before reading of that topic pauses. */
    private static final int MOST_WAITING = 20_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> contexts;
    private final Map<String, AuditLog.Source> sources;
    private final Set<String> rewound = new HashSet<>();
    private long lookedAt = System.nanoTime() - LOOK_AGAIN.toNanos();

    EventSources(Consumer<byte[], byte[]> consumer, Set<String> contexts, Map<String, AuditLog.Source> sources) {
        this.consumer = consumer;
        this.contexts = contexts;
        this.sources = sources;
        consumer.assign(List.of());
    }

    /** Takes up topics that have appeared; a context's topic exists once its service has started for the first time. */
    void discover() {
        if (consumer.assignment().size() == contexts.size() || System.nanoTime() - lookedAt < LOOK_AGAIN.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        Set<String> existing = consumer.listTopics(Duration.ofSeconds(10)).keySet();
        List<TopicPartition> found = new ArrayList<>();
        for (String context : contexts) {
            TopicPartition partition = partition(context);
            if (existing.contains(partition.topic()) && !consumer.assignment().contains(partition)) {
                found.add(partition);
            }
        }
        if (found.isEmpty()) {
            return;
        }
        Set<TopicPartition> all = new HashSet<>(consumer.assignment());
        all.addAll(found);
        consumer.assign(all);
        for (TopicPartition partition : found) {
            AuditLog.Source source = sources.get(context(partition));
            consumer.seek(partition, source == null ? 0 : source.nextOffset());
        }
    }

    List<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(timeout).forEach(records::add);
        return records;
    }

    /**
     * Positions are missing before what was just read, so the topic is not the one the offsets are from: reads it from its
     * beginning, once. False when that was done already.
     */
    boolean rewind(String context) {
        if (!rewound.add(context)) {
            return false;
        }
        consumer.seekToBeginning(List.of(partition(context)));
        return true;
    }

    void balance(CausalOrder order) {
        for (TopicPartition partition : consumer.assignment()) {
            if (order.waiting(context(partition)) >= MOST_WAITING) {
                consumer.pause(List.of(partition));
            } else if (consumer.paused().contains(partition)) {
                consumer.resume(List.of(partition));
            }
        }
    }

    static String context(TopicPartition partition) {
        return context(partition.topic());
    }

    static String context(String topic) {
        return topic.substring("axiom.".length(), topic.length() - ".events".length());
    }

    private static TopicPartition partition(String context) {
        return new TopicPartition(Topics.events(context), 0);
    }
}
