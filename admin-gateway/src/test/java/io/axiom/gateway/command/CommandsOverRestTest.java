package io.axiom.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import org.junit.jupiter.api.Test;

class CommandsOverRestTest {
    private final Platform platform = Platform.shared();
    private final Rest rest = platform.rest();

    @Test
    void theSourceDocumentsThreeCallsWorkAsWritten() {
        Rest.Answer status = rest.get("/api/versioning/status");
        assertThat(status.status()).as(status.toString()).isEqualTo(200);
        assertThat(status.json().path("services").size()).isGreaterThanOrEqualTo(3);

        Rest.Answer deployment = rest.get("/api/deployment/production.shop-agent.1");
        assertThat(deployment.json().path("answeredBy").asString()).isEqualTo("deployment");
        assertThat(deployment.json().path("name").asString()).isEqualTo("production.shop-agent.1");

        Rest.Answer rollback = rest.post("/api/rollback/emergency", "{\"environmentId\": \"production\"}");
        assertThat(rollback.status()).as(rollback.toString()).isEqualTo(201);
        assertThat(rollback.header("Location")).startsWith("/api/rollbacks/production.rb");
    }

    @Test
    void aCommandIsAnsweredWithItsPositionAndWhereItsResultIs() {
        Rest.Answer answer = rest.post("/api/components", "{\"name\":\"answered\",\"description\":\"x\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/components/answered");
        assertThat(answer.header("Axiom-Position"))
                .isEqualTo("version=" + answer.json().path("position").asLong());
        assertThat(rest.get("/api/commands/" + answer.json().path("commandId").asString())
                        .status())
                .isIn(200, 404);
    }

    @Test
    void aRefusalIsTheServicesOwnProblem() {
        rest.post("/api/components", "{\"name\":\"twice\"}");
        Rest.Answer again = rest.post("/api/components", "{\"name\":\"twice\"}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).startsWith("application/problem+json");
        assertThat(again.code()).isEqualTo("component.exists");
        assertThat(again.json().path("next").asString()).isNotBlank();
    }

    @Test
    void theSameIdempotencyKeyGivesTheSameAnswerAndHasOneEffect() {
        Rest keyed = rest.with("Idempotency-Key", "deploy-once");
        String body = "{\"environmentId\":\"staging\",\"component\":\"once\",\"version\":\"1.0.0\"}";

        Rest.Answer first = keyed.post("/api/deployments", body);
        Rest.Answer second = keyed.post("/api/deployments", body);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().path("commandId").asString()).isEqualTo("deploy-once");
        assertThat(first.json().path("deploymentId").asString()).isEqualTo("staging.once.1");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo("/api/deployments/staging.once.1");
    }

    @Test
    void anIdempotencyKeyUsedForAnotherRequestIsRefused() {
        Rest keyed = rest.with("Idempotency-Key", "one-request-only");
        keyed.post("/api/components", "{\"name\":\"first-body\"}");

        Rest.Answer other = keyed.post("/api/components", "{\"name\":\"second-body\"}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency.key-reused");
        assertThat(rest.with("Idempotency-Key", "a b")
                        .post("/api/components", "{\"name\":\"z\"}")
                        .code())
                .isEqualTo("idempotency.key-invalid");
    }

    @Test
    void aDryRunShowsThePlanAndDoesNothing() {
        String body = "{\"environmentId\":\"staging\",\"component\":\"dry\",\"version\":\"1.0.0\",\"dryRun\":true}";
        Rest.Answer plan = rest.post("/api/deployments", body);

        assertThat(plan.status()).as(plan.toString()).isEqualTo(200);
        assertThat(plan.json().path("deploymentId").asString()).isEqualTo("staging.dry.1");
        assertThat(plan.json().path("plan").get(0).path("description").asString())
                .startsWith("run 1 instance of 1.0.0_");
        assertThat(rest.post("/api/deployments", body)
                        .json()
                        .path("deploymentId")
                        .asString())
                .isEqualTo("staging.dry.1");
    }

    @Test
    void whatReadersAskToSeeIsPassedToTheServiceItIsOf() {
        Rest.Answer answer =
                rest.with("Axiom-Min-Position", "version=0, deployment=0").get("/api/environments/staging?at=7");

        assertThat(answer.json().path("position").asString()).isEqualTo("deployment=0");
        assertThat(answer.json().path("asked").path("at").asString()).isEqualTo("7");
        assertThat(rest.with("Axiom-Min-Position", "deployment=many")
                        .get("/api/environments/staging")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aQuestionRightAfterACommandIsAnsweredFromThereOn() {
        Rest.Answer created = rest.post("/api/environments", "{\"name\":\"just-made\"}");
        Rest.Answer read = rest.get("/api/environments/just-made");
        assertThat(read.json().path("position").asString()).isEqualTo(created.header("Axiom-Position"));
    }

    @Test
    void progressIsStreamedThroughAndContinuesAfterTheLastEventSeen() {
        assertThat(rest.events("/api/deployments/a.b.1/events", _ -> false))
                .extracting(event -> event.substring(0, 2))
                .containsExactly("1|", "2|", "3|");
        assertThat(rest.with("Last-Event-ID", "2").events("/api/deployments/a.b.1/events", _ -> false))
                .hasSize(1);
    }

    @Test
    void theOnlyComponentNeedNotBeNamed() {
        Rest.Answer answer = rest.post("/api/deployments", "{\"environmentId\":\"staging\",\"version\":\"1.0.0\"}");
        assertThat(answer.json().path("deploymentId").asString()).startsWith("staging.shop-agent.");
    }
}
