package io.axiom.gateway.audit;

import io.axiom.language.Contexts;
import io.axiom.language.EventReference;
import io.axiom.runtime.boot.AxiomProperties;
import io.axiom.runtime.log.Pace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes every context's events from Kafka into the audit log, in causal order, each exactly once. */
@Component
public class AuditIntake implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AuditIntake.class);
    private static final int BATCH = 1_000;
    private static final Duration ASK_FOR_CAUSE_AFTER = Duration.ofSeconds(3);

    private final AuditLog auditLog;
    private final CauseCheck causeCheck;
    private final MissingEvents missing;
    private final AxiomProperties.Kafka kafka;
    private volatile boolean running;
    private volatile long waiting;
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> reading;

    AuditIntake(AuditLog auditLog, CauseCheck causeCheck, MissingEvents missing, AxiomProperties properties) {
        this.auditLog = auditLog;
        this.causeCheck = causeCheck;
        this.missing = missing;
        this.kafka = properties.kafka();
    }

    /** Events read that wait for their cause. */
    public long waiting() {
        return waiting;
    }

    @Override
    public void start() {
        running = true;
        if (kafka.bootstrapServers().isEmpty()) {
            return;
        }
        thread = Thread.ofPlatform().name("audit-intake").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> open = reading;
        if (open != null) {
            open.wakeup();
        }
        Thread started = thread;
        if (started != null) {
            try {
                started.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean complained = false;
        while (running) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                reading = consumer;
                takeEvents(consumer);
                complained = false;
            } catch (AuditLog.MovedException e) {
                // Another gateway is ahead; start again from where it got to.
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!complained && running) {
                    log.warn("The audit log waits for PostgreSQL and Kafka and goes on by itself: {}", e.toString());
                    complained = true;
                }
                pause();
            }
        }
    }

    private void takeEvents(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        AuditLog.Head head = auditLog.readHead();
        Map<String, AuditLog.Source> sources = auditLog.readSources();
        Map<String, Long> taken = new HashMap<>();
        sources.forEach((context, source) -> taken.put(context, source.position()));
        CausalOrder order = new CausalOrder(Set.copyOf(Contexts.ALL), taken);
        EventSources topics = new EventSources(consumer, Set.copyOf(Contexts.ALL), sources);
        long movedAt = System.nanoTime();
        Pace pace = Pace.ofTables();
        while (running) {
            topics.discover();
            List<ConsumerRecord<byte[], byte[]>> messages = topics.poll(Duration.ofMillis(100));
            pace.begin();
            for (ConsumerRecord<byte[], byte[]> message : messages) {
                offer(order, topics, message);
            }
            List<Arrival> ready = order.take(BATCH);
            while (!ready.isEmpty()) {
                head = auditLog.append(head, ready);
                movedAt = System.nanoTime();
                ready = order.take(BATCH);
            }
            waiting = order.waiting();
            topics.balance(order);
            if (waiting > 0 && System.nanoTime() - movedAt > ASK_FOR_CAUSE_AFTER.toNanos()) {
                askForCause(order);
                movedAt = System.nanoTime();
            }
            if (!messages.isEmpty()) {
                pace.rest();
            }
        }
    }

    private void offer(CausalOrder order, EventSources topics, ConsumerRecord<byte[], byte[]> message) {
        String context = EventSources.context(message.topic());
        Optional<Arrival> arrival = ArrivalReader.read(context, message);
        if (arrival.isEmpty() || order.offer(arrival.get()) != CausalOrder.Offer.GAP) {
            return;
        }
        long last = order.offered(context);
        log.warn(
                "{} has position {} after {}",
                message.topic(),
                arrival.get().source().position(),
                last);
        if (!topics.rewind(context)) {
            fillGap(order, arrival.get());
        }
    }

    /** When the topic's beginning does not have them either, the service's log does. */
    private void fillGap(CausalOrder order, Arrival next) {
        String context = next.source().context();
        while (order.offered(context) + 1 < next.source().position()) {
            List<Arrival> found = missing.between(order.offered(context), next);
            if (found.isEmpty()) {
                throw new IllegalStateException("The log of " + context + " has no position "
                        + (order.offered(context) + 1) + " though Kafka has " + next.source());
            }
            found.forEach(order::offer);
        }
        order.offer(next);
    }

    private void askForCause(CausalOrder order) {
        Optional<EventReference> missing = order.missingCause();
        if (missing.isPresent() && causeCheck.doesNotExist(missing.get())) {
            log.warn("An event names {} as its cause, which does not exist; it is taken without", missing.get());
            order.doesNotExist(missing.get());
        }
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka.properties());
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("client.id", "axiom-audit");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", "false");
        settings.put("max.poll.records", "2000");
        settings.put("reconnect.backoff.max.ms", "500");
        settings.put("metric.reporters", "");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
