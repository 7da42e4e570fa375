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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Sends commands to any context over Kafka and waits for their replies. The caller sets the time it is ready to wait, for example
 * with {@link CompletableFuture#orTimeout}.
 */
public final class CommandClient implements SmartLifecycle {
    private static final Duration LONGEST_UNTIL_LISTENING = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private final SigningKey key;
    private final ReplyListener replies;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;
    private @Nullable KafkaProducer<String, byte[]> producer;

    public CommandClient(KafkaSettings settings, KafkaConnection connection, SigningKey key) {
        this(settings, new ReplyListener(settings, connection, ReplyListener.LISTENS_ON), key);
    }

    CommandClient(KafkaSettings settings, ReplyListener replies, SigningKey key) {
        this.settings = settings;
        this.key = key;
        this.replies = replies;
    }

    /** Kafka did not take the command. It may have, if the connection broke at the wrong moment; the same id is safe to send again. */
    public static final class KafkaUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KafkaUnavailableException(@Nullable Throwable cause) {
            super("Kafka did not take the command in time", cause);
        }
    }

    /** Gets ready at the start. Who does not ask for it does so with the first command, which then takes longer. */
    public void listenEarly() {
        replies.want();
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
        CompletableFuture<Reply> reply = replies.expect(commandContext.commandId());
        threads.execute(() -> transmit(record(context, type, aggregateId, json, commandContext), reply));
        return reply.copy();
    }

    private void transmit(ProducerRecord<String, byte[]> record, CompletableFuture<Reply> reply) {
        try {
            replies.awaitListening(LONGEST_UNTIL_LISTENING);
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
        replies.start();
    }

    @Override
    public synchronized void stop() {
        running = false;
        replies.stop();
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
