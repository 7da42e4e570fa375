package io.axiom.runtime.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The commands taken from Kafka and not answered yet. Those of one key run one after the other, others side by side. */
final class InFlight {
    private record Key(TopicPartition partition, @Nullable String key) {}

    private record Batch(Map<TopicPartition, OffsetAndMetadata> ends, CompletableFuture<Void> answered, int size) {}

    private final ExecutorService threads;
    private final Function<ConsumerRecord<String, byte[]>, CompletableFuture<?>> handler;
    private final Map<Key, CompletableFuture<Void>> lasts = new ConcurrentHashMap<>();
    private final Deque<Batch> batches = new ArrayDeque<>();
    private int size;

    /** @param handler returns when the next command of the key may run; its future is done when the command is answered */
    InFlight(ExecutorService threads, Function<ConsumerRecord<String, byte[]>, CompletableFuture<?>> handler) {
        this.threads = threads;
        this.handler = handler;
    }

    int size() {
        return size;
    }

    void add(ConsumerRecords<String, byte[]> records) {
        List<CompletableFuture<?>> answers = new ArrayList<>(records.count());
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> some = records.records(partition);
            some.forEach(record -> answers.add(start(new Key(partition, record.key()), record)));
            ends.put(partition, new OffsetAndMetadata(some.getLast().offset() + 1));
        }
        batches.add(new Batch(
                ends, CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)), records.count()));
        size += records.count();
    }

    private CompletableFuture<?> start(Key key, ConsumerRecord<String, byte[]> record) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        CompletableFuture<Void> handled = lasts.getOrDefault(key, CompletableFuture.completedFuture(null))
                .handleAsync((_, _) -> handle(record, answered), threads);
        lasts.put(key, handled);
        handled.whenComplete((_, _) -> lasts.remove(key, handled));
        return answered;
    }

    private @Nullable Void handle(ConsumerRecord<String, byte[]> record, CompletableFuture<Void> answered) {
        try {
            handler.apply(record).whenComplete((_, error) -> {
                if (error == null) {
                    answered.complete(null);
                } else {
                    answered.completeExceptionally(error);
                }
            });
        } catch (RuntimeException e) {
            answered.completeExceptionally(e);
        }
        return null;
    }

    /** The offsets up to which everything is answered; empty when there is nothing new to commit. */
    Map<TopicPartition, OffsetAndMetadata> answered() {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (Batch first = batches.peek(); first != null && first.answered().isDone(); first = batches.peek()) {
            // One that failed was cancelled by a stop: neither it nor anything behind it may be committed.
            if (first.answered().isCompletedExceptionally()) {
                return ends;
            }
            ends.putAll(first.ends());
            size -= first.size();
            batches.remove();
        }
        return ends;
    }

    /** Waits for what is under way, at most this long. */
    void await(Duration longest) {
        CompletableFuture<Void> all =
                CompletableFuture.allOf(batches.stream().map(Batch::answered).toArray(CompletableFuture<?>[]::new));
        try {
            all.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // What is not answered is not committed, and delivered again.
        }
    }
}
