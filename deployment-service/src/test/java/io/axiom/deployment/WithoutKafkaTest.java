package io.axiom.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.deployment.DeploymentPlatform.Answer;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back works when Kafka and the gateway do not. */
class WithoutKafkaTest {
    @TempDir
    static Path home;

    private static DeploymentPlatform platform;

    @BeforeAll
    static void start() {
        platform = new DeploymentPlatform(home, false);
        platform.know("1.0.0");
        platform.know("1.1.0");
        platform.know("1.2.0", "--unhealthy");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aBadReleaseIsTakenBack() {
        platform.environment("policy");
        platform.ended(platform.deploy("policy", "1.0.0", ""));
        String id =
                platform.deploy("policy", "1.1.0", ",\"strategy\":{\"type\":\"canary\",\"steps\":[{\"weight\":10}]}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "wait for promote".equals(platform.deployment(id).currentStep()));
        Answer reported = platform.post(
                "/api/commands/deployment.ReportHealth.v1",
                "{\"deploymentId\":\"" + id
                        + "\",\"check\":\"synthetic\",\"healthy\":false,\"detail\":\"checkout fails\"}");
        assertThat(reported.status()).isEqualTo(200);
        DeploymentView view = platform.ended(id);
        assertThat(view.status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        assertThat(view.timeToRestore()).isBetween(0L, 10_000L);
    }

    @Test
    void oneCallTakesBackWhatIsBroughtOutAndASecondFindsNothingToDo() {
        platform.environment("emergency");
        platform.ended(platform.deploy("emergency", "1.0.0", ""));
        String id = platform.deploy(
                "emergency", "1.1.0", ",\"strategy\":{\"type\":\"canary\",\"steps\":[{\"weight\":50}]}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "wait for promote".equals(platform.deployment(id).currentStep()));
        Answer call = platform.post("/api/rollback/emergency", "{\"environmentId\":\"emergency\"}");
        assertThat(call.status()).isEqualTo(202);
        assertThat(platform.ended(id).status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> platform.get("/api/rollbacks/" + call.field("rollbackId"))
                        .field("status")
                        .equals("completed"));
        Answer second = platform.post("/api/rollback/emergency", "{\"environmentId\":\"emergency\"}");
        assertThat(second.status() + " " + second.field("code")).isEqualTo("409 rollback.nothing-to-do");
    }
}
