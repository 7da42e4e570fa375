package io.axiom.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Strategy.CanaryStep;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Release OLD = Rollout.release("1.0.0");
    private static final Release NEW = Rollout.release("1.1.0");

    private static List<String> plan(Strategy strategy, @Nullable Release previous, int serving, int wanted) {
        return Rollout.said(new Planner("production", NEW, previous, serving, wanted, Duration.ofMinutes(2))
                .plan(StrategyRules.complete(strategy, Duration.ofSeconds(30), Defaults.STANDARD), null));
    }

    @Test
    void blueGreenStartsEverythingNewThenSwitchesThenWatches() {
        assertThat(plan(new Strategy.BlueGreen(null, null), OLD, 2, 2))
                .containsExactly(
                        "run 2 instances of 1.1.0",
                        "wait until 1.1.0 is healthy",
                        "send traffic 100 % to 1.1.0",
                        "observe for 5s");
    }

    @Test
    void blueGreenWithPreviewWaitsForAPromote() {
        assertThat(plan(new Strategy.BlueGreen(true, Duration.ZERO), OLD, 1, 1))
                .containsExactly(
                        "run 1 instance of 1.1.0",
                        "wait until 1.1.0 is healthy",
                        "send traffic 100 % to 1.0.0 (X-Axiom-Preview: 1.1.0 reaches 1.1.0)",
                        "wait for promote",
                        "send traffic 100 % to 1.1.0");
    }

    @Test
    void canaryShiftsTrafficInStepsAndGrowsWithItsShare() {
        Strategy canary = new Strategy.Canary(
                List.of(new CanaryStep(10, Duration.ofSeconds(10)), new CanaryStep(50, null)), null, null);
        assertThat(plan(canary, OLD, 4, 4))
                .containsExactly(
                        "run 1 instance of 1.1.0",
                        "wait until 1.1.0 is healthy",
                        "send traffic 90 % to 1.0.0, 10 % to 1.1.0",
                        "observe for 10s",
                        "run 2 instances of 1.1.0",
                        "wait until 1.1.0 is healthy",
                        "send traffic 50 % to 1.0.0, 50 % to 1.1.0",
                        "wait for promote",
                        "run 4 instances of 1.1.0",
                        "wait until 1.1.0 is healthy",
                        "send traffic 100 % to 1.1.0");
    }

    @Test
    void testersReachTheCanaryByHeaderWhateverTheWeights() {
        Strategy canary = new Strategy.Canary(
                List.of(new CanaryStep(1, Duration.ofSeconds(1))), new Strategy.TesterHeader("X-Tester", "yes"), null);
        assertThat(plan(canary, OLD, 1, 1))
                .contains("send traffic 99 % to 1.0.0, 1 % to 1.1.0 (X-Tester: yes reaches 1.1.0)")
                .endsWith("send traffic 100 % to 1.1.0");
    }

    @Test
    void rollingReplacesBatchByBatchAndTrafficFollows() {
        assertThat(plan(new Strategy.Rolling(1, 0, 1), OLD, 2, 2))
                .containsExactly(
                        "run 1 instance of 1.1.0",
                        "wait until 1.1.0 is healthy",
                        "send traffic 50 % to 1.0.0, 50 % to 1.1.0",
                        "run 1 instance of 1.0.0",
                        "run 2 instances of 1.1.0",
                        "wait until 1.1.0 is healthy",
                        "send traffic 100 % to 1.1.0",
                        "run 0 instances of 1.0.0");
    }

    @Test
    void rollingWithoutSurgeStopsBeforeItStarts() {
        assertThat(plan(new Strategy.Rolling(1, 1, 0), OLD, 2, 2))
                .startsWith("send traffic 100 % to 1.0.0", "run 1 instance of 1.0.0", "run 1 instance of 1.1.0");
    }

    @Test
    void aFirstDeploymentSendsAllTrafficOnceHealthyWithEveryStrategy() {
        List<String> first =
                List.of("run 2 instances of 1.1.0", "wait until 1.1.0 is healthy", "send traffic 100 % to 1.1.0");
        assertThat(plan(new Strategy.BlueGreen(null, null), null, 0, 2)).isEqualTo(first);
        assertThat(plan(new Strategy.Canary(null, null, null), null, 0, 2)).isEqualTo(first);
        assertThat(plan(new Strategy.Rolling(2, null, null), null, 0, 2)).isEqualTo(first);
    }
}
