package io.axiom.runtime.kafka;

import io.axiom.eventstore.LogUnavailableException;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.language.Topics;
import io.axiom.language.json.Json;
import io.axiom.runtime.access.Authenticator;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.messages.CommandParser;
import io.axiom.runtime.web.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;

/** Handles one command record and answers it; what can never be handled goes to the dead letters as well. */
public final class CommandAnswers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandAnswers.class);
    private static final int ATTEMPTS = 3;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final String context;
    private final CommandRecords reader;
    private final Commands commands;
    private final KafkaProducer<String, byte[]> producer;
    private final DeadLetters deadLetters;
    private final Executor threads = task -> Thread.ofVirtual().start(task);

    public static CommandAnswers of(
            String context,
            CommandParser parser,
            Authenticator authenticator,
            Clock clock,
            Commands commands,
            KafkaSettings settings,
            MeterRegistry registry) {
        return new CommandAnswers(
                context, new CommandRecords(parser, authenticator, clock), commands, settings, registry);
    }

    private CommandAnswers(
            String context, CommandRecords reader, Commands commands, KafkaSettings settings, MeterRegistry registry) {
        this.context = context;
        this.reader = reader;
        this.commands = commands;
        Map<String, Object> configuration = settings.producer("replies");
        // Replies to commands that ran together travel together: each request is work for every one that waits for
        // replies.
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        // Whoever waits reads all partitions.
        configuration.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, true);
        this.producer = new KafkaProducer<>(configuration);
        this.deadLetters = new DeadLetters(registry);
    }

    /**
     * Returns when the command is handled; waits as long as the log is unavailable and {@code running} holds. The future is done
     * when Kafka has the answer.
     */
    CompletableFuture<?> answer(ConsumerRecord<String, byte[]> record, BooleanSupplier running) {
        long pause = 50;
        for (int attempt = 1; ; ) {
            try {
                CommandRecords.Received received = reader.read(record);
                return send(
                        reply(commands.send(received.command(), received.context())
                                .join()),
                        running);
            } catch (RejectedException e) {
                return dead(record, e.rejection(), running);
            } catch (RuntimeException e) {
                if (!unavailable(e) && attempt++ >= ATTEMPTS) {
                    return dead(record, failure(e), running);
                }
                LOG.warn("A command is tried again in {} ms: {}", pause, String.valueOf(e.getMessage()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            if (!running.getAsBoolean()) {
                throw new CancellationException();
            }
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private static boolean unavailable(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof LogUnavailableException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof SQLTransientException
                    || (cause instanceof RejectedException rejected
                            && rejected.rejection().equals(Unavailable.DATABASE))) {
                return true;
            }
        }
        return false;
    }

    private static Rejection failure(RuntimeException error) {
        String id = UUID.randomUUID().toString();
        LOG.error(
                "A command failed unexpectedly {}",
                id,
                error instanceof CompletionException ? error.getCause() : error);
        return new Rejection(
                "internal.failure",
                Rejection.Kind.UNAVAILABLE,
                "An unexpected failure; it is in the log of the service under " + id + ".",
                "Look for " + id + " in the service's log, and report it.");
    }

    private CompletableFuture<?> dead(
            ConsumerRecord<String, byte[]> record, Rejection reason, BooleanSupplier running) {
        CompletableFuture<?> setAside = send(deadLetters.record(record, reason), running);
        String id = CommandRecords.idOf(record);
        if (id == null) {
            return setAside;
        }
        String aggregateId = record.key() == null ? "" : record.key();
        return CompletableFuture.allOf(
                setAside, send(reply(new Reply.Rejected(id, context, aggregateId, 0, reason)), running));
    }

    private static ProducerRecord<String, byte[]> reply(Reply reply) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.REPLIES,
                reply.commandId(),
                Json.mapper().writerFor(Reply.class).writeValueAsBytes(reply));
        record.headers().add("content-type", "application/json".getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    /** Sends until Kafka has it. */
    private CompletableFuture<?> send(ProducerRecord<String, byte[]> record, BooleanSupplier running) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        producer.send(record, (_, error) -> {
            if (error == null) {
                taken.complete(null);
            } else if (!running.getAsBoolean()) {
                taken.completeExceptionally(error);
            } else {
                LOG.warn("An answer is sent again: {}", String.valueOf(error.getMessage()));
                CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS, threads)
                        .execute(() -> send(record, running).whenComplete((_, failure) -> {
                            if (failure == null) {
                                taken.complete(null);
                            } else {
                                taken.completeExceptionally(failure);
                            }
                        }));
            }
        });
        return taken;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
