package io.axiom.runtime.kafka;

import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sets records aside that can never be handled, as they came, with headers that say why and from where. */
final class DeadLetters {
    private final MeterRegistry registry;

    DeadLetters(MeterRegistry registry) {
        this.registry = registry;
    }

    ProducerRecord<String, byte[]> record(ConsumerRecord<String, byte[]> record, Rejection reason) {
        ProducerRecord<String, byte[]> dead = new ProducerRecord<>(
                Topics.deadLetters(record.topic()), null, record.key(), record.value(), record.headers());
        add(dead, "axiom-dlt-code", reason.code());
        add(dead, "axiom-dlt-reason", Texts.shorten(reason.detail(), 500));
        add(dead, "axiom-dlt-topic", record.topic());
        add(dead, "axiom-dlt-partition", Integer.toString(record.partition()));
        add(dead, "axiom-dlt-offset", Long.toString(record.offset()));
        add(dead, "axiom-dlt-timestamp", Long.toString(record.timestamp()));
        registry.counter("axiom.deadletters", "topic", record.topic(), "code", reason.code())
                .increment();
        return dead;
    }

    private static void add(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
