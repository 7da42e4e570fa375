package io.axiom.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How this service speaks to Kafka. Keys are text, values are bytes.
 *
 * @param properties of every client, at least {@code bootstrap.servers}
 * @param clientId prefix of the clients' ids
 */
public record KafkaSettings(Map<String, Object> properties, String clientId) {
    /** Key, value and headers, in bytes. */
    static final int LARGEST_RECORD = 2 * 1024 * 1024;

    public KafkaSettings {
        properties = Map.copyOf(properties);
    }

    Map<String, Object> admin(String name) {
        Map<String, Object> all = common(name);
        all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        all.put("default.api.timeout.ms", 5000);
        return all;
    }

    /** Keeps order and stores no record twice by itself. */
    Map<String, Object> producer(String name) {
        Map<String, Object> all = common(name);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8000);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        return all;
    }

    /** Sees only what is committed. */
    Map<String, Object> consumer(String name) {
        Map<String, Object> all = common(name);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return all;
    }

    private Map<String, Object> common(String name) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId + '-' + name);
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 50);
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        // No JMX: several services may share one JVM.
        all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        return all;
    }
}
