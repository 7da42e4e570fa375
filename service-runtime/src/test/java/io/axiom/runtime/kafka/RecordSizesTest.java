package io.axiom.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class RecordSizesTest {
    @Test
    void aTopicOfBeforeTakesTheLargestRecordsToo() throws Exception {
        String small = "small-" + UUID.randomUUID();
        String large = "large-" + UUID.randomUUID();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestInfrastructure.kafka().bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(
                            new NewTopic(small, Optional.of(1), Optional.empty()),
                            new NewTopic(large, Optional.of(1), Optional.empty())
                                    .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "10000000"))))
                    .all()
                    .get(30, TimeUnit.SECONDS);

            // A broker knows of a topic, and of its settings, a moment after they are decided.
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                RecordSizes.raise(admin, List.of(small, large));
                assertThat(most(admin, small)).isEqualTo(Integer.toString(RecordSizes.LARGEST_BATCH));
                assertThat(most(admin, large)).isEqualTo("10000000");
            });
        }
    }

    private static String most(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get(30, TimeUnit.SECONDS)
                .get(resource)
                .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                .value();
    }
}
