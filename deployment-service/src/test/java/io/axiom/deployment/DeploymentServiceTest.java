package io.axiom.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.deployment.DeploymentPlatform.Answer;
import io.axiom.deployment.rollback.RollbackPolicy;
import io.axiom.language.deployment.RolloutEvent.RollbackRequested;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionEnded;
import io.axiom.language.version.VersionEvent.VersionYanked;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on real PostgreSQL, Kafka, router and processes. Each test has an environment of its own. */
class DeploymentServiceTest {
    @TempDir
    static Path home;

    private static DeploymentPlatform platform;

    @BeforeAll
    static void start() throws IOException {
        platform = new DeploymentPlatform(home, true);
        platform.know("1.0.0");
        platform.know("1.1.0");
        platform.know("1.2.0", "--fail-after-requests", "20");
        platform.know("1.3.0", "--crash-at-start");
        platform.know(new VersionCreated("agent", "0.9.0", List.of(), List.of(), null));
        platform.know("0.8.0");
        platform.know(new VersionYanked("agent", "0.8.0", "leaks"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aVersionRunsAsAProcessBehindTheRouter() {
        platform.environment("first");
        String id = platform.deploy("first", "1.0.0", ",\"strategy\":\"blue-green\"");
        DeploymentView view = platform.ended(id);
        assertThat(view.status()).isEqualTo(DeploymentStatus.COMPLETED);
        assertThat(view.progress()).isEqualTo(100);
        assertThat(view.steps()).allMatch(step -> step.status() == DeploymentView.StepView.Status.DONE);
        assertThat(view.instances()).singleElement().satisfies(instance -> {
            assertThat(instance.status()).isEqualTo("running");
            assertThat(ProcessHandle.of(instance.pid())).isPresent();
        });
        assertThat(platform.ask("first").field("version")).isEqualTo("1.0.0");
        assertThat(platform.get("/api/environments/first")
                        .body()
                        .at("/components/0/version")
                        .asString())
                .isEqualTo("1.0.0");
    }

    @Test
    void aDryRunShowsThePlanAndDoesNothing() {
        platform.environment("dry");
        Answer plan = platform.post(
                "/api/deployments",
                "{\"environmentId\":\"dry\",\"component\":\"agent\",\"version\":\"1.0.0\",\"dryRun\":true}");
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.field("deploymentId")).isEqualTo("dry.agent.1");
        assertThat(plan.body().at("/plan/0/description").asString()).startsWith("run 1 instance of 1.0.0");
        assertThat(platform.get("/api/deployments?environment=dry")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void aCanaryThatFailsUnderTrafficIsTakenBackByEventsOverKafka() {
        platform.environment("canary");
        platform.ended(platform.deploy("canary", "1.0.0", ""));
        String id =
                platform.deploy("canary", "1.2.0", ",\"strategy\":{\"type\":\"canary\",\"steps\":[{\"weight\":50}]}");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            for (int i = 0; i < 20; i++) {
                platform.ask("canary");
            }
            return platform.deployment(id).status().ended();
        });
        DeploymentView view = platform.deployment(id);
        assertThat(view.status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        assertThat(view.timeToRestore()).isNotNull();
        assertThat(view.steps()).anySatisfy(step -> assertThat(step.cause()).isNotNull());
        assertThat(platform.deployment(String.valueOf(view.rollbackId())).status())
                .isEqualTo(DeploymentStatus.COMPLETED);
        assertThat(platform.ask("canary").field("version")).isEqualTo("1.0.0");
        assertThat(platform.events(RollbackRequested.class)).anySatisfy(recorded -> {
            assertThat(recorded.aggregateId()).isEqualTo("canary.agent");
            assertThat(recorded.metadata().actor()).isEqualTo(RollbackPolicy.ACTOR);
            assertThat(recorded.metadata().cause()).isNotNull();
            assertThat(recorded.metadata().commandId()).startsWith("rollback-for-");
        });
        Answer again = platform.post(
                "/api/deployments", "{\"environmentId\":\"canary\",\"component\":\"agent\",\"version\":\"1.2.0\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.field("code")).isEqualTo("deployment.release-condemned");
    }

    @Test
    void aProcessThatExitsAtOnceGoesBackToNothing() {
        platform.environment("crash");
        DeploymentView view = platform.ended(platform.deploy("crash", "1.3.0", ""));
        assertThat(view.status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        assertThat(view.error()).isNotNull();
        assertThat(platform.get("/api/environments/crash")
                        .body()
                        .at("/components/0/version")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void versionsThatCannotBeDeployedAreNamed() {
        platform.environment("refusals");
        assertThat(refusal("9.9.9")).isEqualTo("404 version.unknown");
        assertThat(refusal("0.8.0")).isEqualTo("409 version.yanked");
        assertThat(refusal("0.9.0")).isEqualTo("422 version.not-runnable");
        Answer nowhere = platform.post(
                "/api/deployments", "{\"environmentId\":\"nowhere\",\"component\":\"agent\",\"version\":\"1.0.0\"}");
        assertThat(nowhere.status() + " " + nowhere.field("code")).isEqualTo("404 environment.unknown");
    }

    @Test
    void versionsOnTheirWayOutAreWarnedOfOrRefusedByPolicy() {
        platform.know("0.7.0");
        platform.know(new VersionDeprecated("agent", "0.7.0", "1.0.0", "Slow"));
        platform.know("0.6.0");
        platform.know(new VersionEnded("agent", "0.6.0", Instant.parse("2020-01-01T00:00:00Z"), null, "Old"));
        platform.environment("retiring");
        Answer plan = platform.post(
                "/api/deployments",
                "{\"environmentId\":\"retiring\",\"component\":\"agent\",\"version\":\"0.7.0\",\"dryRun\":true}");
        assertThat(plan.body().at("/warnings/0").asString())
                .isEqualTo("agent 0.7.0 is deprecated: Slow. Use 1.0.0 instead.");
        DeploymentView view = platform.ended(platform.deploy("retiring", "0.7.0", ""));
        assertThat(view.status()).isEqualTo(DeploymentStatus.COMPLETED);
        assertThat(view.warnings()).containsExactly("agent 0.7.0 is deprecated: Slow. Use 1.0.0 instead.");
        Answer ended = platform.post(
                "/api/deployments", "{\"environmentId\":\"retiring\",\"component\":\"agent\",\"version\":\"0.6.0\"}");
        assertThat(ended.status() + " " + ended.field("code")).isEqualTo("409 version.ended");
    }

    @Test
    void anArtifactThatIsNotWhatWasRegisteredKeepsAnInstanceFromStarting() {
        platform.environment("artifacts");
        platform.know(new VersionCreated(
                "agent",
                "0.5.0",
                List.of(),
                List.of(),
                RunSpec.of("sleep", "1000"),
                null,
                List.of(new VersionArtifact(VersionArtifact.Kind.JAR, "/no/such/agent.jar", "0".repeat(64))),
                null,
                null,
                null,
                null));
        DeploymentView view = platform.ended(platform.deploy("artifacts", "0.5.0", ""));
        assertThat(view.error()).isNotNull();
        assertThat(view.error().code()).isEqualTo("artifact.missing");
    }

    private static String refusal(String version) {
        Answer answer = platform.post(
                "/api/deployments",
                "{\"environmentId\":\"refusals\",\"component\":\"agent\",\"version\":\"" + version + "\"}");
        return answer.status() + " " + answer.field("code");
    }

    @Test
    void aRollbackToAPointDoesWhatItsPlanShowed() {
        platform.environment("points");
        platform.ended(platform.deploy("points", "1.0.0", ",\"configuration\":{\"MODE\":\"calm\"}"));
        platform.ended(platform.deploy("points", "1.1.0", ",\"configuration\":{\"MODE\":\"wild\"}"));
        Answer points = platform.get("/api/environments/points/rollback-points");
        assertThat(points.body().path("items").size())
                .as("one before each deployment")
                .isEqualTo(2);
        assertThat(points.body().at("/items/1/versions/agent").asString()).isEqualTo("1.0.0");
        String point = points.body().at("/items/1/rollbackPointId").asString();

        Answer plan = platform.get("/api/environments/points/rollback-plan?to=" + point);
        assertThat(plan.body().at("/changes/0/detail").asString()).isEqualTo("1.1.0 → 1.0.0, configuration: ~MODE");
        Answer wrong = platform.post(
                "/api/environments/points/rollback",
                "{\"to\":\"" + point + "\",\"reason\":\"too wild\",\"planHash\":\"" + "0".repeat(64) + "\"}");
        assertThat(wrong.status() + " " + wrong.field("code")).isEqualTo("409 rollback.plan-changed");

        Answer begun = platform.post(
                "/api/environments/points/rollback",
                "{\"to\":\"" + point + "\",\"reason\":\"too wild\",\"planHash\":\"" + plan.field("hash") + "\"}");
        assertThat(begun.status()).isEqualTo(202);
        String rollback = begun.field("rollbackId");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.get("/api/rollbacks/" + rollback)
                        .field("status")
                        .equals("completed"));
        assertThat(platform.get("/api/environments/points")
                        .body()
                        .at("/components/0/configuration/MODE")
                        .asString())
                .isEqualTo("calm");
        assertThat(platform.ask("points").field("version")).isEqualTo("1.0.0");
        Answer again =
                platform.post("/api/environments/points/rollback", "{\"to\":\"" + point + "\",\"reason\":\"again\"}");
        assertThat(again.status() + " " + again.field("code")).isEqualTo("409 rollback.nothing-to-do");
    }

    @Test
    void theEnvironmentAsOfAPositionIsWhatItWasThen() {
        platform.environment("past");
        platform.ended(platform.deploy("past", "1.0.0", ""));
        long then =
                platform.get("/api/environments/past").body().path("position").asLong();
        platform.ended(platform.deploy("past", "1.1.0", ""));
        assertThat(platform.get("/api/environments/past?at=" + then)
                        .body()
                        .at("/components/0/version")
                        .asString())
                .isEqualTo("1.0.0");
    }

    @Test
    void progressIsStreamedUntilTheDeploymentEnded() {
        platform.environment("stream");
        String id = platform.deploy("stream", "1.0.0", "");
        Answer stream = platform.get("/api/deployments/" + id + "/events");
        assertThat(stream.text()).contains("id:", "\"status\":\"in_progress\"", "\"status\":\"completed\"");
    }
}
