package io.axiom.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.EmbeddedKafkaServer;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Contexts;
import io.axiom.language.Topics;
import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import io.axiom.standin.StandInService;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LostHistoryTest {

    @Test
    void whatKafkaHasDeletedComesFromTheServicesOwnLog() throws Exception {
        try (var kafka = EmbeddedKafkaServer.start(null, 0);
                var version = StandInService.start(Contexts.VERSION, kafka.bootstrapServers())) {
            Rest service = new Rest(Platform.url(version));
            for (int i = 1; i <= 8; i++) {
                service.post("/api/commands/version.RegisterComponent.v1", "{\"component\":\"c" + i + "\"}");
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> service.get("/health").json().path("relayed").asLong(0) == 8);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                TopicPartition events = new TopicPartition(Topics.events(Contexts.VERSION), 0);
                admin.deleteRecords(Map.of(events, RecordsToDelete.beforeOffset(5)))
                        .all()
                        .get();
            }
            try (var gateway = Platform.gateway(
                    Platform.freshHome(),
                    TestInfrastructure.freshDatabase(),
                    "axiom.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                    "axiom.service-url.version=" + Platform.url(version))) {
                Rest rest = new Rest(Platform.url(gateway));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> rest.get("/api/audit?context=version")
                                        .json()
                                        .path("items")
                                        .size()
                                == 8);
                assertThat(rest.get("/api/audit?aggregate=c1")
                                .json()
                                .path("items")
                                .get(0)
                                .path("actor")
                                .asString())
                        .isEqualTo("local");
                assertThat(rest.get("/api/audit/verify")
                                .json()
                                .path("audit")
                                .path("intact")
                                .asBoolean())
                        .isTrue();
            }
        }
    }
}
