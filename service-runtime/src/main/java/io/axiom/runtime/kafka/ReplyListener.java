package io.axiom.runtime.kafka;

import io.axiom.language.Reply;
import io.axiom.language.Topics;
import io.axiom.language.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all replies while some of them are expected here, and soon after. What is sent once {@link #awaitListening} has returned is
 * answered within what is read.
 */
final class ReplyListener {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyListener.class);
    private static final Duration LONGEST_REMEMBERED = Duration.ofMinutes(2);
    /** Replies to others are work too: after so long without a reply to wait for they are not read. */
    static final Duration LISTENS_ON = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final KafkaConnection connection;
    private final Duration listensOn;
    private final Map<String, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile CompletableFuture<Void> listening = new CompletableFuture<>();
    private volatile boolean running;
    private boolean wanted;
    private @Nullable Thread thread;

    ReplyListener(KafkaSettings settings, KafkaConnection connection, Duration listensOn) {
        this.settings = settings;
        this.connection = connection;
        this.listensOn = listensOn;
    }

    /** Gets ready to listen, which then takes less time when it is needed. */
    synchronized void want() {
        wanted = true;
        if (running && thread == null) {
            thread = Thread.ofPlatform().daemon().name("replies").start(this::run);
        }
    }

    /** The reply to a command that will be sent; the same for the same id. */
    CompletableFuture<Reply> expect(String commandId) {
        CompletableFuture<Reply> reply = waiting.computeIfAbsent(commandId, _ -> new CompletableFuture<>());
        CompletableFuture<Void> unused = reply.copy()
                .orTimeout(LONGEST_REMEMBERED.toMillis(), TimeUnit.MILLISECONDS)
                .handle((_, _) -> {
                    waiting.remove(commandId, reply);
                    return null;
                });
        want();
        signal();
        return reply;
    }

    /** Call after {@link #expect}. */
    void awaitListening(Duration longest) throws InterruptedException, ExecutionException, TimeoutException {
        listening.copy().get(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (running) {
            try {
                if (connection.ready()) {
                    listen();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (listening.isDone()) {
                    listening = new CompletableFuture<>();
                }
                if (running) {
                    LOG.warn("Listening for replies starts again: {}", String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void listen() throws InterruptedException {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.consumer("replies-in"))) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REPLIES).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            while (running) {
                // Fixes the ends now: a reply to what is sent from here on is seen.
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
                listening.complete(null);
                readWhileExpected(consumer);
                awaitExpected();
            }
        }
    }

    /** Returns with {@link #listening} not done, so that what is expected from then on is not sent before it is again. */
    private void readWhileExpected(KafkaConsumer<String, byte[]> consumer) {
        long neededNanos = System.nanoTime();
        while (running) {
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            if (!waiting.isEmpty()) {
                neededNanos = System.nanoTime();
            } else if (System.nanoTime() - neededNanos > listensOn.toNanos()) {
                listening = new CompletableFuture<>();
                if (waiting.isEmpty()) {
                    return;
                }
                // Somebody may have found the old one done.
                listening.complete(null);
            }
        }
    }

    private void awaitExpected() throws InterruptedException {
        lock.lock();
        try {
            while (running && waiting.isEmpty()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        CompletableFuture<Reply> reply = record.key() == null ? null : waiting.get(record.key());
        if (reply != null) {
            try {
                reply.complete(Json.lenient().readValue(record.value(), Reply.class));
            } catch (RuntimeException e) {
                LOG.warn("A reply cannot be read", e);
            }
        }
    }

    synchronized void start() {
        running = true;
        if (wanted) {
            want();
        }
    }

    synchronized void stop() {
        running = false;
        signal();
        Thread stopping = thread;
        if (stopping != null) {
            try {
                if (!stopping.join(Duration.ofSeconds(1))) {
                    stopping.interrupt();
                    stopping.join(Duration.ofSeconds(5));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
