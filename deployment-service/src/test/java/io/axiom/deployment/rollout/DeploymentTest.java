package io.axiom.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.deployment.rollout.RolloutInput.DeadlinePassed;
import io.axiom.deployment.rollout.RolloutInput.StepSucceeded;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.deployment.RolloutCommand.AbortDeployment;
import io.axiom.language.deployment.RolloutCommand.ApproveDeployment;
import io.axiom.language.deployment.RolloutCommand.PauseDeployment;
import io.axiom.language.deployment.RolloutCommand.PromoteDeployment;
import io.axiom.language.deployment.RolloutCommand.ResumeDeployment;
import io.axiom.language.deployment.RolloutCommand.RetryDeployment;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.RolloutEvent.DeploymentCompleted;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Strategy.CanaryStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentTest {
    private final Rollout rollout = new Rollout();

    @Test
    void itBeginsWithItsWholePlanAndItsFirstStep() {
        assertThat(rollout.kinds(rollout.deploy("1.0.0"))).containsExactly("DeploymentStarted", "StepStarted");
        assertThat(rollout.runId()).isEqualTo("production.agent.1");
    }

    @Test
    void itGoesFromStepToStepAndIsLiveAtTheEnd() {
        rollout.deployed("1.0.0");
        assertThat(rollout.state.live()).isEqualTo(Rollout.release("1.0.0"));
        assertThat(rollout.state.weights()).isEqualTo(Map.of(Rollout.id("1.0.0"), 100));
        assertThat(rollout.state.activity()).isInstanceOf(Idle.class);
    }

    @Test
    void theReleaseBeforeStaysWarmAndIsRetiredInItsTime() {
        rollout.deployed("1.0.0").deployed("1.1.0");
        assertThat(rollout.state.warm()).isNotNull();
        assertThat(rollout.when(new DeadlinePassed(Rollout.ID))).isEmpty();
        rollout.later(Duration.ofSeconds(30));
        assertThat(rollout.kinds(rollout.when(new DeadlinePassed(Rollout.ID)))).containsExactly("ReleaseRetired");
        assertThat(rollout.state.scale()).isEqualTo(Map.of(Rollout.id("1.1.0"), 1));
    }

    @Test
    void aSecondOneIsRefusedWithTheNameOfTheFirst() {
        rollout.deploy("1.0.0");
        assertThat(rollout.refusal(Rollout.begin(Rollout.request("1.1.0", Rollout.blueGreen()))))
                .isEqualTo("deployment.already-running");
    }

    @Test
    void whatRunsAlreadyIsNotDeployedAgain() {
        rollout.deployed("1.0.0");
        assertThat(rollout.refusal(Rollout.begin(Rollout.request("1.0.0", Rollout.blueGreen()))))
                .isEqualTo("deployment.already-live");
    }

    @Test
    void anotherNumberOfInstancesOfWhatRunsIsOnlyScaling() {
        rollout.deployed("1.0.0");
        rollout.when(Rollout.begin(Rollout.request("1.0.0", 3)));
        rollout.runToEnd();
        assertThat(rollout.state.wanted()).isEqualTo(3);
        assertThat(rollout.state.history()).isEmpty();
        assertThat(rollout.state.warm()).isNull();
    }

    @Test
    void staleReportsChangeNothing() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        String run = rollout.runId();
        assertThat(rollout.when(new StepSucceeded(Rollout.ID, "production.agent.1", 0, 1, "")))
                .isEmpty();
        assertThat(rollout.when(new StepSucceeded(Rollout.ID, run, 1, 1, ""))).isEmpty();
        assertThat(rollout.when(new StepSucceeded(Rollout.ID, run, 0, 2, ""))).isEmpty();
        rollout.succeed();
        assertThat(rollout.when(new StepSucceeded(Rollout.ID, run, 0, 1, ""))).isEmpty();
    }

    @Test
    void aStepThatTakesTooLongFails() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0");
        rollout.later(Duration.ofMinutes(2));
        assertThat(rollout.kinds(rollout.when(new DeadlinePassed(Rollout.ID))))
                .containsExactly("StepFailed", "RollbackRequested", "RollbackStarted", "StepStarted");
    }

    @Test
    void waitingForAPersonNeverTakesTooLong() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0", Rollout.canary(new CanaryStep(10, null)));
        rollout.until(Step.AwaitPromotion.class);
        rollout.later(Duration.ofDays(3));
        assertThat(rollout.when(new DeadlinePassed(Rollout.ID))).isEmpty();
        rollout.when(new PromoteDeployment(rollout.runId(), null, null));
        assertThat(rollout.when(new DeadlinePassed(Rollout.ID))).isEmpty();
        rollout.runToEnd();
        assertThat(rollout.log.getLast()).isInstanceOf(DeploymentCompleted.class);
    }

    @Test
    void aPromoteEndsTheWaitOfTheCurrentStep() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0", Rollout.canary(new CanaryStep(10, null)));
        rollout.until(Step.AwaitPromotion.class);
        assertThat(rollout.kinds(rollout.when(new PromoteDeployment(rollout.runId(), null, null))))
                .containsExactly("DeploymentPromoted", "StepCompleted", "StepStarted");
    }

    @Test
    void aFullPromoteSkipsEveryWaitThatIsLeft() {
        rollout.deployed("1.0.0");
        rollout.deploy(
                "1.1.0",
                Rollout.canary(
                        new CanaryStep(10, null), new CanaryStep(50, Duration.ofHours(1)), new CanaryStep(90, null)));
        rollout.until(Step.AwaitPromotion.class);
        rollout.when(new PromoteDeployment(rollout.runId(), true, null));
        while (rollout.state.run() != null) {
            assertThat(Progress.isWait(rollout.step())).isFalse();
            rollout.succeed();
        }
        assertThat(rollout.log.getLast()).isInstanceOf(DeploymentCompleted.class);
    }

    @Test
    void thereIsNothingToPromoteWhileInstancesStart() {
        rollout.deploy("1.0.0");
        assertThat(rollout.refusal(new PromoteDeployment(rollout.runId(), null, null)))
                .isEqualTo("deployment.nothing-to-promote");
    }

    @Test
    void pausedItFinishesItsStepAndBeginsNoOther() {
        rollout.deploy("1.0.0");
        rollout.when(new PauseDeployment(rollout.runId(), null));
        assertThat(rollout.kinds(rollout.succeed())).containsExactly("StepCompleted");
        rollout.later(Duration.ofHours(5));
        assertThat(rollout.when(new DeadlinePassed(Rollout.ID))).isEmpty();
        assertThat(rollout.kinds(rollout.when(new ResumeDeployment(rollout.runId(), null))))
                .containsExactly("DeploymentResumed", "StepStarted");
        rollout.runToEnd();
        assertThat(rollout.state.live()).isNotNull();
    }

    @Test
    void pausingTwiceIsPausingOnce() {
        rollout.deploy("1.0.0");
        rollout.when(new PauseDeployment(rollout.runId(), null));
        assertThat(rollout.when(new PauseDeployment(rollout.runId(), null))).isEmpty();
    }

    @Test
    void ofAPromoteAndAnAbortAtOnceTheFirstWinsAndTheOtherIsTold() {
        rollout.deployed("1.0.0");
        rollout.deploy("1.1.0", Rollout.canary(new CanaryStep(10, null)));
        rollout.until(Step.AwaitPromotion.class);
        String id = rollout.runId();
        rollout.when(new AbortDeployment(id, "not today"));
        assertThat(rollout.refusal(new PromoteDeployment(id, null, null))).isEqualTo("deployment.rolling-back");
        rollout.runToEnd();
        assertThat(rollout.refusal(new PromoteDeployment(id, null, null))).isEqualTo("deployment.ended");
    }

    @Test
    void anApprovalComesFromSomeoneElse() {
        StartDeployment request = new StartDeployment(
                "production",
                "agent",
                "1.0.0",
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
                List.of("grace"),
                null,
                null);
        rollout.when(Rollout.begin(request));
        assertThat(rollout.step()).isInstanceOf(Step.AwaitApproval.class);
        ApproveDeployment approve = new ApproveDeployment(rollout.runId(), null);
        assertThat(rollout.refusal(approve)).isEqualTo("deployment.not-an-approver");
        assertThat(rollout.as("mallory").refusal(approve)).isEqualTo("deployment.not-an-approver");
        assertThat(rollout.kinds(rollout.as("grace").when(approve)))
                .containsExactly("DeploymentApproved", "StepCompleted", "StepStarted");
    }

    @Test
    void withoutAutomaticRollbackAFailureStopsAndCanBeRetried() {
        rollout.deployed("1.0.0");
        rollout.when(Rollout.begin(withoutRollback("1.1.0")));
        String id = rollout.runId();
        assertThat(rollout.kinds(rollout.breakStep())).containsExactly("StepFailed", "DeploymentFailed");
        assertThat(rollout.state.activity()).isInstanceOf(Stuck.class);
        assertThat(rollout.refusal(Rollout.begin(Rollout.request("1.2.0", null))))
                .isEqualTo("deployment.stuck");
        rollout.when(new RetryDeployment(id, "fixed the port"));
        assertThat(rollout.run().attempt()).isEqualTo(2);
        rollout.runToEnd();
        assertThat(rollout.state.live()).isEqualTo(Rollout.release("1.1.0"));
    }

    static StartDeployment withoutRollback(String version) {
        return new StartDeployment(
                "production",
                "agent",
                version,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void onlyWhatFailedCanBeRetried() {
        rollout.deploy("1.0.0");
        assertThat(rollout.refusal(new RetryDeployment(rollout.runId(), null)))
                .isEqualTo("deployment.nothing-to-retry");
        assertThat(rollout.refusal(new RetryDeployment("production.agent.9", null)))
                .isEqualTo("deployment.unknown");
    }

    @Test
    void itsSettingsTravelWithItAndStayUnlessChanged() {
        StartDeployment first = new StartDeployment(
                "production",
                "agent",
                "1.0.0",
                null,
                Map.of("LOG", "debug"),
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
                null);
        rollout.when(Rollout.begin(first));
        rollout.runToEnd();
        rollout.deployed("1.1.0");
        assertThat(rollout.state.live().configuration().values()).containsEntry("LOG", "debug");
    }

    @Test
    void theEventSaysEverythingTheRequestLeftOpen() {
        rollout.deploy("1.0.0", new Strategy.Rolling(null, null, null));
        DeploymentStarted started = (DeploymentStarted) rollout.log.getFirst();
        assertThat(started.strategy()).isEqualTo(new Strategy.Rolling(1, 0, 1));
        assertThat(started.healthChecks()).singleElement().satisfies(check -> {
            assertThat(check.type()).isEqualTo("process");
            assertThat(check.timeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(check.failureThreshold()).isEqualTo(3);
        });
        assertThat(started.thresholds().errorRatePercent()).isEqualTo(5.0);
        assertThat(((StepStarted) rollout.log.get(1)).deadline()).isNotNull();
    }
}
