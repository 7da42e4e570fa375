package io.axiom.deployment.rollback;

import io.axiom.language.CommandContext;
import io.axiom.language.Contexts;
import io.axiom.language.EventReference;
import io.axiom.language.Headers;
import io.axiom.language.MessageCatalog;
import io.axiom.language.Topics;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.language.json.Json;
import io.axiom.runtime.kafka.CommandClient;
import io.axiom.runtime.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The rollback policy on Kafka: hears of failed checks on the events topic and asks for rollbacks on the commands topic, as a policy
 * in any other program could. It hears what is published while it runs; what it missed is taken up by {@link RollbackFallback}.
 */
final class RollbackPolicyConsumer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RollbackPolicyConsumer.class);
    private static final byte[] FAILED =
            MessageCatalog.nameOf(HealthCheckFailed.class).getBytes(StandardCharsets.UTF_8);

    private final RollbackPolicy policy;
    private final KafkaSettings settings;
    private final CommandClient client;
    private final Clock clock;
    private volatile boolean running;
    private @Nullable Thread thread;

    RollbackPolicyConsumer(RollbackPolicy policy, KafkaSettings settings, CommandClient client, Clock clock) {
        this.policy = policy;
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        client.listenEarly();
        thread = Thread.ofPlatform().daemon().name("rollback-policy").start(this::run);
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(configuration())) {
                TopicPartition events = new TopicPartition(Topics.events(Contexts.DEPLOYMENT), 0);
                consumer.assign(List.of(events));
                consumer.seekToEnd(List.of(events));
                while (running) {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                        hear(record);
                    }
                }
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("The rollback policy listens to Kafka again in a moment: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        if (type == null || !java.util.Arrays.equals(type.value(), FAILED) || record.key() == null) {
            return;
        }
        try {
            HealthCheckFailed event = Json.lenient().readValue(record.value(), HealthCheckFailed.class);
            policy.on(record.key(), event)
                    .ifPresent(command -> client.send(
                                    Contexts.DEPLOYMENT,
                                    command,
                                    new CommandContext(
                                            RollbackPolicy.commandId(header(record, Headers.ID)),
                                            RollbackPolicy.ACTOR,
                                            clock.instant(),
                                            header(record, Headers.CORRELATION_ID),
                                            new EventReference(
                                                    Contexts.DEPLOYMENT,
                                                    Long.parseLong(header(record, Headers.POSITION))),
                                            null))
                            .whenComplete((_, error) -> {
                                if (error != null) {
                                    LOG.warn(
                                            "Kafka did not take a rollback; it is asked for directly: {}",
                                            error.toString());
                                }
                            }));
        } catch (RuntimeException e) {
            LOG.warn("An event on Kafka could not be judged; the fallback does: {}", e.toString());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("The event has no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private Map<String, Object> configuration() {
        Map<String, Object> all = new HashMap<>(settings.properties());
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.clientId() + "-rollback-policy");
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put("metric.reporters", "");
        return all;
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(Duration.ofSeconds(3));
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
