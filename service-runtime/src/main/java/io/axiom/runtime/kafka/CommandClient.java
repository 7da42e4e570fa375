package io.axiom.runtime.kafka;

import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.CommandSignature;
import io.axiom.language.EventReference;
import io.axiom.language.Headers;
import io.axiom.language.MessageCatalog;
import io.axiom.language.Reply;
import io.axiom.language.Topics;
import io.axiom.language.json.Json;
import io.axiom.runtime.access.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends commands to any context over Kafka and waits for their replies. Every instance reads all replies from when it listens;
 * the caller sets the time it is ready to wait, for example with {@link CompletableFuture#orTimeout}.
 */
public final class CommandClient implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CommandClient.class);
    private static final Duration LONGEST_REMEMBERED = Duration.ofMinutes(2);

    private final KafkaSettings settings;
    private final KafkaConnection connection;
    private final SigningKey key;
    private final Map<String, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> listening = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;
    private boolean wanted;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable Thread thread;

    public CommandClient(KafkaSettings settings, KafkaConnection connection, SigningKey key) {
        this.settings = settings;
        this.connection = connection;
        this.key = key;
    }

    /** Kafka did not take the command. It may have, if the connection broke at the wrong moment; the same id is safe to send again. */
    public static final class KafkaUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KafkaUnavailableException(@Nullable Throwable cause) {
            super("Kafka did not take the command in time", cause);
        }
    }

    /** Listens for replies from the start on. Who does not ask for it begins with the first command, which then takes longer. */
    public synchronized void listenEarly() {
        wanted = true;
        if (running && thread == null) {
            thread = Thread.ofPlatform().daemon().name("replies").start(this::run);
        }
    }

    /** Sends a command; the reply, or {@link KafkaUnavailableException} after about two seconds. */
    public CompletableFuture<Reply> send(String context, Command command, CommandContext commandContext) {
        return send(
                context,
                MessageCatalog.nameOf(command.getClass()),
                command.aggregateId(),
                Json.mapper().writeValueAsBytes(command),
                commandContext);
    }

    /** The same for a command already in JSON. */
    public CompletableFuture<Reply> send(
            String context, String type, String aggregateId, byte[] json, CommandContext commandContext) {
        CompletableFuture<Reply> reply =
                waiting.computeIfAbsent(commandContext.commandId(), _ -> new CompletableFuture<>());
        CompletableFuture<Void> unused = reply.copy()
                .orTimeout(LONGEST_REMEMBERED.toMillis(), TimeUnit.MILLISECONDS)
                .handle((_, _) -> {
                    waiting.remove(commandContext.commandId(), reply);
                    return null;
                });
        listenEarly();
        threads.execute(() -> transmit(record(context, type, aggregateId, json, commandContext), reply));
        return reply.copy();
    }

    private void transmit(ProducerRecord<String, byte[]> record, CompletableFuture<Reply> reply) {
        try {
            listening.copy().get(2, TimeUnit.SECONDS);
            open().send(record, (_, error) -> {
                if (error != null) {
                    reply.completeExceptionally(new KafkaUnavailableException(error));
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reply.completeExceptionally(new KafkaUnavailableException(e));
        } catch (Exception e) {
            reply.completeExceptionally(new KafkaUnavailableException(e));
        }
    }

    private synchronized KafkaProducer<String, byte[]> open() {
        KafkaProducer<String, byte[]> open = producer;
        if (open == null) {
            Map<String, Object> configuration = settings.producer("commands");
            configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2000);
            configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1500);
            configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2000);
            open = new KafkaProducer<>(configuration);
            producer = open;
        }
        return open;
    }

    private ProducerRecord<String, byte[]> record(
            String context, String type, String aggregateId, byte[] json, CommandContext commandContext) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.commands(context), aggregateId, json);
        headers(type, aggregateId, json, commandContext)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private Map<String, String> headers(String type, String aggregateId, byte[] json, CommandContext commandContext) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.ID, commandContext.commandId());
        headers.put(Headers.SOURCE, "/axiom/clients/" + settings.clientId());
        headers.put(Headers.TYPE, type);
        headers.put(Headers.SUBJECT, aggregateId);
        headers.put(Headers.TIME, commandContext.at().toString());
        headers.put(Headers.CONTENT_TYPE, "application/json");
        headers.put(Headers.CORRELATION_ID, commandContext.correlationId());
        Actor actor = commandContext.actor();
        headers.put(Headers.ACTOR, actor.toString());
        EventReference cause = commandContext.cause();
        if (cause != null) {
            headers.put(Headers.CAUSATION_ID, cause.toString());
        }
        String traceparent = commandContext.traceparent();
        if (traceparent != null) {
            headers.put(Headers.TRACEPARENT, traceparent);
        }
        if (key.configured()) {
            headers.put(Headers.KEY_ID, key.keyId());
            headers.put(
                    Headers.SIGNATURE,
                    CommandSignature.sign(
                            CommandSignature.keyOf(key.token()),
                            commandContext.commandId(),
                            type,
                            actor.toString(),
                            json));
        }
        return headers;
    }

    @Override
    public synchronized void start() {
        running = true;
        if (wanted) {
            listenEarly();
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
                if (running) {
                    LOG.warn("Listening for replies starts again: {}", String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void listen() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.consumer("replies-in"))) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REPLIES).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Fixes the ends now: a reply to what is sent from here on is seen.
            partitions.forEach(consumer::position);
            listening.complete(null);
            while (running) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    CompletableFuture<Reply> reply = record.key() == null ? null : waiting.get(record.key());
                    if (reply != null) {
                        complete(reply, record.value());
                    }
                }
            }
        }
    }

    private static void complete(CompletableFuture<Reply> reply, byte[] json) {
        try {
            reply.complete(Json.lenient().readValue(json, Reply.class));
        } catch (RuntimeException e) {
            LOG.warn("A reply cannot be read", e);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
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
        KafkaProducer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ofSeconds(1));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
