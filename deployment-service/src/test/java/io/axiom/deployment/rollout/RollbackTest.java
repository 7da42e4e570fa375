package io.axiom.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.deployment.rollout.RolloutInput.InstanceLost;
import io.axiom.deployment.rollout.RolloutInput.PutBack;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.deployment.RolloutCommand.AbortDeployment;
import io.axiom.language.deployment.RolloutCommand.ReportHealth;
import io.axiom.language.deployment.RolloutCommand.RequestRollback;
import io.axiom.language.deployment.RolloutCommand.RetryDeployment;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.RolloutEvent.RollbackRequested;
import io.axiom.language.deployment.RolloutEvent.RollbackStarted;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy.CanaryStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollbackTest {
    private final Rollout rollout = new Rollout();

    private static RequestRollback rollBack(String deploymentId) {
        return new RequestRollback("production", "agent", null, "checks fail", deploymentId, null);
    }

    private RollbackStarted started() {
        return rollout.log.stream()
                .filter(RollbackStarted.class::isInstance)
                .map(RollbackStarted.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void aFailedCheckIsRecordedAndLeavesTheRestToThePolicy() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        rollout.until(Step.Observe.class);
        assertThat(rollout.kinds(rollout.unhealthy(Rollout.id("1.1.0")))).containsExactly("HealthCheckFailed");
        assertThat(rollout.unhealthy(Rollout.id("1.1.0"))).as("the same again").isEmpty();
    }

    @Test
    void trafficGoesBackFirstAndCleaningUpComesAfter() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0", Rollout.canary(new CanaryStep(10, null)));
        rollout.until(Step.AwaitPromotion.class);
        rollout.unhealthy(Rollout.id("1.1.0"));
        assertThat(rollout.kinds(rollout.when(rollBack(rollout.runId()))))
                .containsExactly("RollbackRequested", "RollbackStarted", "StepStarted");
        assertThat(Rollout.said(started().plan()))
                .containsExactly("send traffic 100 % to 1.0.0", "run 0 instances of 1.1.0");
        RollbackRequested requested = (RollbackRequested) rollout.log.get(rollout.log.size() - 3);
        assertThat(requested.firstFailureAt()).isEqualTo(rollout.now.minusMillis(300));
        rollout.runToEnd();
        assertThat(rollout.state.live()).isEqualTo(Rollout.release("1.0.0"));
        assertThat(rollout.state.instances()).hasSize(1);
        assertThat(rollout.state.weights()).isEqualTo(Map.of(Rollout.id("1.0.0"), 100));
    }

    @Test
    void aReleaseThatNoLongerRunsIsStartedAndHealthyBeforeTrafficGoesBack() {
        rollout.deployed("1.0.0").deployed("1.1.0");
        rollout.deployed("1.2.0");
        rollout.when(new InstanceLost(
                Rollout.ID, "production.agent." + Rollout.id("1.1.0") + ".1", Rollout.id("1.1.0"), 137, "killed"));
        rollout.when(rollBack(null));
        assertThat(Rollout.said(started().plan()))
                .containsExactly(
                        "run 1 instance of 1.1.0",
                        "wait until 1.1.0 is healthy",
                        "send traffic 100 % to 1.1.0",
                        "run 0 instances of 1.0.0",
                        "run 0 instances of 1.2.0");
    }

    @Test
    void aReleaseKeptWarmTakesTrafficAtOnce() {
        rollout.deployed("1.0.0").deployed("1.1.0");
        rollout.when(rollBack(null));
        assertThat(Rollout.said(started().plan()))
                .containsExactly("send traffic 100 % to 1.0.0", "run 0 instances of 1.1.0");
    }

    @Test
    void aFirstDeploymentThatFailsGoesBackToNothing() {
        rollout.deploy("1.0.0");
        rollout.up(rollout.runId(), Rollout.id("1.0.0"), 1);
        rollout.breakStep();
        assertThat(Rollout.said(started().plan())).containsExactly("send no traffic", "run 0 instances of 1.0.0");
        rollout.runToEnd();
        assertThat(rollout.state.live()).isNull();
        assertThat(rollout.state.instances()).isEmpty();
        assertThat(rollout.state.activity()).isInstanceOf(Idle.class);
    }

    @Test
    void aReleaseThatWasRolledBackIsRefusedUnlessInsistedOn() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        rollout.breakStep();
        rollout.runToEnd();
        assertThat(rollout.refusal(Rollout.begin(Rollout.request("1.1.0", null))))
                .isEqualTo("deployment.release-condemned");
        StartDeployment insisting = new StartDeployment(
                "production",
                "agent",
                "1.1.0",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                "it was the network");
        rollout.when(Rollout.begin(insisting));
        rollout.runToEnd();
        assertThat(rollout.state.condemned()).isEmpty();
    }

    @Test
    void anAbortPutsBackWhatRanAndCondemnsNothing() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        assertThat(rollout.kinds(rollout.when(new AbortDeployment(rollout.runId(), "wrong day"))))
                .containsExactly("DeploymentAborted", "RollbackRequested", "RollbackStarted", "StepStarted");
        rollout.runToEnd();
        rollout.deployed("1.1.0");
        assertThat(rollout.state.live()).isEqualTo(Rollout.release("1.1.0"));
    }

    @Test
    void aRollbackThatFailsStopsAndNeverLoops() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        rollout.breakStep();
        String id = rollout.runId();
        assertThat(rollout.kinds(rollout.breakStep())).containsExactly("StepFailed", "RollbackFailed");
        assertThat(rollout.state.activity()).isInstanceOf(Stuck.class);
        assertThat(rollout.state.nextDeadline()).isNull();
        assertThat(rollout.unhealthy(Rollout.id("1.0.0"))).isEmpty();
        assertThat(rollout.refusal(rollBack("production.agent.2")))
                .as("the policy")
                .isEqualTo("rollback.superseded");
        rollout.when(new RetryDeployment(id, "network is back"));
        rollout.runToEnd();
        assertThat(rollout.state.live()).isEqualTo(Rollout.release("1.0.0"));
    }

    @Test
    void theReleasePutBackBeingUnhealthyFailsTheRollback() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        rollout.breakStep();
        assertThat(rollout.kinds(rollout.unhealthy(Rollout.id("1.0.0"))))
                .containsExactly("HealthCheckFailed", "RollbackFailed");
    }

    @Test
    void aLateRequestOfThePolicyTakesNothingElseBack() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        String failed = rollout.runId();
        rollout.breakStep();
        rollout.runToEnd();
        assertThat(rollout.refusal(rollBack(failed))).isEqualTo("rollback.superseded");
        rollout.deploy("1.2.0");
        assertThat(rollout.refusal(rollBack(failed))).isEqualTo("rollback.superseded");
    }

    @Test
    void thereMustBeSomethingToGoBackToAndAReason() {
        rollout.deployed("1.0.0");
        assertThat(rollout.refusal(rollBack(null))).isEqualTo("rollback.nothing-to-do");
        assertThat(rollout.refusal(new RequestRollback("production", "agent", null, " ")))
                .isEqualTo("rollback.reason-missing");
        assertThat(rollout.refusal(new RequestRollback("production", "agent", "9.9.9_00000000", "back")))
                .isEqualTo("rollback.release-unknown");
    }

    @Test
    void rollingBackByHandTwiceGoesTwoReleasesBack() {
        rollout.deployed("1.0.0").deployed("1.1.0").deployed("1.2.0");
        rollout.when(rollBack(null));
        rollout.runToEnd();
        rollout.when(rollBack(null));
        rollout.runToEnd();
        assertThat(rollout.state.live()).isEqualTo(Rollout.release("1.0.0"));
        assertThat(rollout.refusal(rollBack(null))).isEqualTo("rollback.nothing-to-do");
    }

    @Test
    void aLiveReleaseThatFailsWhileNothingIsBroughtOutIsOnlyRecorded() {
        rollout.deployed("1.0.0");
        assertThat(rollout.kinds(rollout.unhealthy(Rollout.id("1.0.0")))).containsExactly("HealthCheckFailed");
        assertThat(rollout.state.activity()).isInstanceOf(Idle.class);
    }

    @Test
    void withoutAutomaticRollbackAFailedCheckStopsTheDeployment() {
        rollout.deployed("1.0.0");
        rollout.when(Rollout.begin(DeploymentTest.withoutRollback("1.1.0")));
        assertThat(rollout.kinds(rollout.unhealthy(Rollout.id("1.1.0"))))
                .containsExactly("HealthCheckFailed", "DeploymentFailed");
    }

    @Test
    void anOutsideMonitorCountsLikeACheck() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        ReportHealth bad = new ReportHealth(rollout.runId(), "synthetic", false, "checkout fails");
        assertThat(rollout.kinds(rollout.when(bad))).containsExactly("HealthCheckFailed");
        rollout.when(rollBack(rollout.runId()));
        assertThat(rollout.refusal(bad)).isEqualTo("deployment.rolling-back");
    }

    @Test
    void puttingBackWhatIsThereAlreadyDoesNothing() {
        rollout.deployed("1.0.0");
        assertThat(rollout.when(new PutBack(
                        Rollout.ID,
                        "production-rollback-1",
                        Rollout.release("1.0.0"),
                        1,
                        false,
                        SchemaRollback.LOSSLESS,
                        "back")))
                .isEmpty();
    }

    @Test
    void puttingBackToAMomentTakesBackWhatIsUnderWay() {
        rollout.deployed("1.0.0").deployed("1.1.0");
        rollout.deploy("1.2.0");
        List<String> kinds = rollout.kinds(rollout.when(new PutBack(
                Rollout.ID,
                "production-rollback-1",
                Rollout.release("1.0.0"),
                2,
                false,
                SchemaRollback.LOSSLESS,
                "back")));
        assertThat(kinds).containsExactly("RollbackRequested", "RollbackStarted", "StepStarted");
        rollout.runToEnd();
        assertThat(rollout.state.live()).isEqualTo(Rollout.release("1.0.0"));
        assertThat(rollout.state.wanted()).isEqualTo(2);
    }
}
