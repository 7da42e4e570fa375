package io.axiom.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class WithPartsDownTest {
    private static final Platform PLATFORM = Platform.shared();
    private static ConfigurableApplicationContext withoutKafka;
    private static ConfigurableApplicationContext impatient;

    @BeforeAll
    static void start() {
        withoutKafka = Platform.gateway(
                Platform.freshHome(),
                TestInfrastructure.freshDatabase(),
                "axiom.kafka.bootstrap-servers=127.0.0.1:1",
                "axiom.service-url.version=http://127.0.0.1:1",
                "axiom.service-url.deployment=" + PLATFORM.deploymentUrl());
        // Waits no time for a reply, so every answer is a late one.
        impatient = Platform.gateway(
                Platform.freshHome(),
                TestInfrastructure.freshDatabase(),
                "axiom.kafka.bootstrap-servers=" + TestInfrastructure.kafka().bootstrapServers(),
                "axiom.gateway.reply-timeout=0ms",
                "axiom.service-url.version=" + PLATFORM.versionUrl(),
                "axiom.service-url.deployment=" + PLATFORM.deploymentUrl());
    }

    @AfterAll
    static void stop() {
        // The one without Kafka ends with the JVM: giving up on Kafka takes its clients long.
        impatient.close();
    }

    @Test
    void anEmergencyRollbackWorksWithKafkaDownAndIsDoneOnce() {
        Rest keyed = new Rest(Platform.url(withoutKafka)).with("Idempotency-Key", "emergency-once");
        Rest.Answer first = keyed.post("/api/rollback/emergency", "{\"environmentId\":\"without-kafka\"}");
        Rest.Answer second = keyed.post("/api/rollback/emergency", "{\"environmentId\":\"without-kafka\"}");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().path("rollbackId").asString()).isEqualTo("without-kafka.rb1");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(keyed.get("/api/commands/emergency-once")
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("accepted");
    }

    @Test
    void anEmergencyRollbackThatIsRefusedSaysWhyWithKafkaDownToo() {
        Rest.Answer answer =
                new Rest(Platform.url(withoutKafka)).post("/api/rollback/emergency", "{\"environmentId\":\"nowhere\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("environment.unknown");
    }

    @Test
    void anyOtherCommandSaysThatKafkaIsDownAndWhereToGoInstead() {
        Rest.Answer answer = new Rest(Platform.url(withoutKafka)).post("/api/environments", "{\"name\":\"x\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("kafka.unavailable");
        assertThat(answer.json().path("next").asString())
                .contains(PLATFORM.deploymentUrl() + "/api/commands/deployment.CreateEnvironment.v1");
    }

    @Test
    void aServiceThatIsDownIsNamedAndTheOthersGoOn() {
        Rest rest = new Rest(Platform.url(withoutKafka));
        for (int i = 0; i < 6; i++) {
            Rest.Answer answer = rest.get("/api/components");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("service.unavailable");
            assertThat(answer.json().path("context").path("service").asString()).isEqualTo("version");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
        assertThat(rest.get("/api/environments").status()).isEqualTo(200);
        assertThat(rest.get("/api/status").json().path("status").asString()).isEqualTo("degraded");
    }

    @Test
    void tokensCanBeIssuedAndRevokedWithKafkaDown() {
        Rest rest = new Rest(Platform.url(withoutKafka));
        Rest.Answer issued = rest.post("/api/tokens", "{\"id\":\"no-kafka\",\"name\":\"x\",\"role\":\"viewer\"}");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(rest.send("DELETE", "/api/tokens/no-kafka", null).status()).isEqualTo(200);
    }

    @Test
    void anAnswerThatTakesLongIsGivenLater() {
        Rest rest = new Rest(Platform.url(impatient));
        Rest.Answer accepted = rest.post("/api/components", "{\"name\":\"late\"}");

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        assertThat(accepted.json().path("outcome").asString()).isEqualTo("pending");
        String status = accepted.header("Location");
        assertThat(status)
                .isEqualTo("/api/commands/" + accepted.json().path("commandId").asString());
        await().until(() -> rest.get(status).json().path("outcome").asString().equals("accepted"));
        assertThat(rest.get(status).header("Axiom-Position")).startsWith("version=");
    }

    @Test
    void theOutcomeIsStillKnownAfterTheGatewayWasRestarted() {
        Rest.Answer accepted = new Rest(Platform.url(impatient))
                .with("Idempotency-Key", "asked-elsewhere")
                .post("/api/components", "{\"name\":\"elsewhere\"}");
        assertThat(accepted.status()).isEqualTo(202);
        impatient.getBean(RecentReplies.class).watch("asked-elsewhere", new java.util.concurrent.CompletableFuture<>());
        await().until(() -> new Rest(Platform.url(impatient))
                .get("/api/commands/asked-elsewhere")
                .json()
                .path("outcome")
                .asString()
                .equals("accepted"));
    }
}
