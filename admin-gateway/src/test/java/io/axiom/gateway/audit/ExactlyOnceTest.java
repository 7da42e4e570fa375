package io.axiom.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.EmbeddedKafkaServer;
import io.axiom.infrastructure.KafkaServer;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Contexts;
import io.axiom.language.audit.AuditEntry;
import io.axiom.language.json.Json;
import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import io.axiom.standin.StandInService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ExactlyOnceTest {
    /** A Kafka of its own: all gateways on one Kafka must be on one database. */
    private static KafkaServer kafka;

    private static ConfigurableApplicationContext version;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafkaServer.start(null, 0);
        version = StandInService.start(Contexts.VERSION, kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        version.close();
        kafka.close();
    }

    @Test
    void twoGatewaysOnOneDatabaseAndARestartTakeEachEventOnce() {
        String database = TestInfrastructure.freshDatabase();
        Path home = Platform.freshHome();
        String commandId = null;
        try (var one = gateway(home, database);
                var two = gateway(home, database)) {
            for (int i = 0; i < 60; i++) {
                Rest.Answer answer = new Rest(Platform.url(i % 2 == 0 ? one : two))
                        .post("/api/components", "{\"name\":\"once-" + UUID.randomUUID() + "\"}");
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
                commandId = answer.json().path("commandId").asString();
            }
            awaitEntry(one, commandId);
            awaitEntry(two, commandId);
        }
        // Something happens while no gateway is there.
        Rest.Answer last = new Rest(Platform.url(version))
                .post("/api/commands/version.RegisterComponent.v1", "{\"component\":\"meanwhile\"}");
        try (var again = gateway(home, database)) {
            awaitEntry(again, last.json().path("commandId").asString());

            Rest rest = new Rest(Platform.url(again));
            List<AuditEntry> entries = rest.get("/api/audit/export")
                    .response()
                    .body()
                    .lines()
                    .map(line -> Json.lenient().readValue(line, AuditEntry.class))
                    .toList();
            Map<String, Long> seen = new HashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                AuditEntry entry = entries.get(i);
                assertThat(entry.position()).isEqualTo(i + 1);
                assertThat(entry.sourcePosition()).isEqualTo(seen.merge(entry.context(), 1L, Long::sum));
            }
            assertThat(rest.get("/api/audit/verify")
                            .json()
                            .path("audit")
                            .path("intact")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static ConfigurableApplicationContext gateway(Path home, String database) {
        return Platform.gateway(
                home,
                database,
                "axiom.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "axiom.service-url.version=" + Platform.url(version));
    }

    private static void awaitEntry(ConfigurableApplicationContext gateway, String commandId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new Rest(Platform.url(gateway))
                                .get("/api/audit?command=" + commandId)
                                .json()
                                .path("items")
                                .size()
                        > 0);
    }
}
