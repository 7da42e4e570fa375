package io.axiom.runtime.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How large the records of topics may be. A broker's own default is half of what the largest need. */
final class RecordSizes {
    /** A record of the largest size alone in its batch. */
    static final int LARGEST_BATCH = KafkaSettings.LARGEST_RECORD + 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(RecordSizes.class);

    private RecordSizes() {}

    /** Of topics that others, or earlier versions, made. Where the cluster does not allow it, only the largest records fail. */
    static void raise(Admin admin, List<String> topics) throws InterruptedException {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        try {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            admin.describeConfigs(resources).all().get(10, TimeUnit.SECONDS).forEach((topic, config) -> {
                if (isSmall(config)) {
                    changes.put(topic, List.of(larger()));
                }
            });
            if (!changes.isEmpty()) {
                admin.incrementalAlterConfigs(changes).all().get(10, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "Records of more than a mebibyte may be refused; set {}={} on {}: {}",
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    LARGEST_BATCH,
                    topics,
                    String.valueOf(e.getMessage()));
        }
    }

    private static boolean isSmall(Config config) {
        ConfigEntry entry = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        return entry != null && entry.value() != null && Integer.parseInt(entry.value()) < LARGEST_BATCH;
    }

    private static AlterConfigOp larger() {
        return new AlterConfigOp(
                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_BATCH)),
                AlterConfigOp.OpType.SET);
    }
}
