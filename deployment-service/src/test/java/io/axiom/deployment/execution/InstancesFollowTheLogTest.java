package io.axiom.deployment.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.target.InstanceSpec;
import io.axiom.language.deployment.Configuration;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutEvent.DeploymentCompleted;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.language.deployment.RolloutEvent.HealthCheckPassed;
import io.axiom.language.deployment.RolloutEvent.InstanceExited;
import io.axiom.language.deployment.RolloutEvent.InstanceStarted;
import io.axiom.language.deployment.RolloutEvent.InstanceStopped;
import io.axiom.language.deployment.RolloutEvent.RollbackCompleted;
import io.axiom.language.deployment.RolloutEvent.RollbackRequested;
import io.axiom.language.deployment.RolloutEvent.StepFailed;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Target;
import io.axiom.language.version.RunSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancesFollowTheLogTest {
    @TempDir
    Path home;

    private Platform platform;

    @BeforeEach
    void open() throws Exception {
        platform = new Platform(home, null);
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
    }

    @Test
    void aDeploymentRunsItsInstances() {
        platform.deploy("1.0.0", 2);
        eventually().until(() -> platform.isIdle() && platform.liveVersion().equals("1.0.0"));
        assertThat(platform.log.all(DeploymentCompleted.class)).hasSize(1);
        assertThat(platform.log.all(HealthCheckPassed.class)).hasSize(1);
        assertThat(platform.processes()).hasSize(2);
    }

    @Test
    void aNewReleaseReplacesTheOldOne() {
        platform.deploy("1.0.0", 2);
        eventually().until(platform::isIdle);
        platform.deploy("1.1.0", 1);
        eventually().until(() -> platform.isIdle() && platform.liveVersion().equals("1.1.0"));
        eventually()
                .untilAsserted(() -> assertThat(platform.processes().keySet())
                        .singleElement()
                        .asString()
                        .startsWith("test.agent.1.1.0_"));
        eventually()
                .untilAsserted(() ->
                        assertThat(platform.log.all(InstanceStopped.class)).hasSize(2));
    }

    @Test
    void aLostInstanceIsReplacedAndBothAreTold() {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        InstanceStarted first = platform.log.all(InstanceStarted.class).getFirst();
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        eventually()
                .untilAsserted(() ->
                        assertThat(platform.log.all(InstanceStarted.class)).hasSize(2));
        assertThat(platform.log.all(InstanceExited.class)).singleElement().satisfies(exited -> {
            assertThat(exited.exitCode()).isEqualTo(137);
            assertThat(exited.detail()).contains("signal 9");
        });
        assertThat(platform.log.all(InstanceStarted.class).getLast().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void instancesOutliveTheControlPlaneAndAreAdopted() throws Exception {
        platform.deploy("1.0.0", 2);
        eventually().until(platform::isIdle);
        var before = platform.processes();
        platform.stop();
        assertThat(platform.processes()).isEqualTo(before);
        long head = platform.log.head();
        platform.start();
        platform.deploy("1.1.0", 1);
        eventually().until(() -> platform.isIdle() && platform.liveVersion().equals("1.1.0"));
        assertThat(platform.log.all(InstanceStarted.class)).hasSize(3);
        assertThat(platform.log.all(InstanceExited.class)).isEmpty();
        assertThat(platform.log.head()).isGreaterThan(head);
    }

    @Test
    void whatEndedWhileNobodyWatchedIsToldAndReplaced() throws Exception {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        InstanceStarted first = platform.log.all(InstanceStarted.class).getFirst();
        platform.stop();
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        eventually().until(() -> platform.processes().isEmpty());
        platform.start();
        eventually()
                .untilAsserted(() ->
                        assertThat(platform.log.all(InstanceStarted.class)).hasSize(2));
        assertThat(platform.log.all(InstanceExited.class)).hasSize(1);
    }

    @Test
    void whatNoRolloutWantsIsEnded() throws Exception {
        platform.stop();
        Release stray = Release.of("agent", "0.0.1", RunSpec.of("sleep", "1000"), Configuration.EMPTY);
        platform.target().ensure(InstanceSpec.of("test", "agent", stray, 1, new Target.Processes(null, null)));
        eventually().untilAsserted(() -> assertThat(platform.processes()).hasSize(1));
        platform.start();
        eventually().until(() -> platform.processes().isEmpty());
    }

    @Test
    void aVersionThatExitsAtOnceIsTakenBack() {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        platform.deploy("1.1.0", 1, "--crash-at-start");
        eventually().until(() -> !platform.log.all(RollbackCompleted.class).isEmpty());
        assertThat(platform.log.all(HealthCheckFailed.class)).first().satisfies(failed -> {
            assertThat(failed.cause().code()).isEqualTo("process.crash-looping");
            assertThat(failed.cause().detail()).contains("exited with status 3").contains("told to crash at start");
        });
        assertThat(platform.liveVersion()).isEqualTo("1.0.0");
        eventually().until(() -> platform.processes().size() == 1);
    }

    @Test
    void aVersionThatNeverBecomesHealthyIsTakenBack() {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        platform.deploy("1.1.0", 1, new Strategy.BlueGreen(null, Duration.ZERO), Duration.ofSeconds(2), "--unhealthy");
        eventually().until(() -> !platform.log.all(RollbackCompleted.class).isEmpty());
        assertThat(platform.log.all(HealthCheckFailed.class))
                .first()
                .satisfies(failed -> assertThat(failed.cause().code()).isEqualTo("health.http-status"));
        assertThat(platform.log.all(RollbackRequested.class)).hasSize(1);
        assertThat(platform.liveVersion()).isEqualTo("1.0.0");
        eventually().until(() -> platform.processes().size() == 1);
    }

    @Test
    void aVersionWhoseArtifactIsMissingChangesNothing() {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        var before = platform.processes();
        platform.ask(new RolloutInput.Begin(
                Platform.request("1.1.0", null, 1, HealthCheck.process(), null),
                new RunSpec(List.of("sleep", "1"), null, Map.of(), new RunSpec.Artifact("/no/such/agent.jar", null)),
                Policy.DEFAULTS,
                Platform.DEFAULTS));
        eventually().until(() -> !platform.log.all(RollbackCompleted.class).isEmpty());
        assertThat(platform.log.all(StepFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause().code()).isEqualTo("artifact.missing"));
        assertThat(platform.processes()).isEqualTo(before);
    }

    @Test
    void anInstanceThatFailsLaterIsNoticedByItsCheck() {
        platform.deploy("1.0.0", 1);
        eventually().until(platform::isIdle);
        platform.deploy(
                "1.1.0",
                1,
                new Strategy.Canary(List.of(new Strategy.CanaryStep(50, null)), null, Duration.ofSeconds(60)),
                Duration.ofSeconds(30),
                "--crash-after",
                "1500ms");
        eventually().until(() -> !platform.log.all(RollbackCompleted.class).isEmpty());
        assertThat(platform.liveVersion()).isEqualTo("1.0.0");
        eventually().until(() -> platform.processes().size() == 1);
    }

    @Test
    void aRolloutConvergesWhereverTheControlPlaneIsInterrupted() throws Exception {
        Random random = new Random(7);
        for (int version = 1; version <= 4; version++) {
            platform.deploy("1." + version + ".0", 2);
            for (int interruption = 0; interruption < 4; interruption++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
                platform.stop();
                platform.start();
            }
            String expected = "1." + version + ".0";
            eventually().until(() -> platform.isIdle() && platform.liveVersion().equals(expected));
            eventually()
                    .untilAsserted(() -> assertThat(platform.processes().keySet())
                            .isEqualTo(platform.state().instances().keySet())
                            .hasSize(2));
            assertThat(platform.state().instances().values().stream()
                            .collect(Collectors.toMap(RolloutState.Instance::instanceId, RolloutState.Instance::pid)))
                    .isEqualTo(platform.processes().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().pid())));
        }
        assertThat(platform.log.all(InstanceExited.class)).isEmpty();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(20));
    }
}
