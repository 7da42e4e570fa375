package io.axiom.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Strategy.CanaryStep;
import io.axiom.language.deployment.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request may not say. Nothing it is refused for changes anything. */
class RequestRulesTest {
    private final Rollout rollout = new Rollout();

    private String refusal(
            @Nullable Strategy strategy,
            @Nullable Map<String, String> configuration,
            @Nullable Integer instances,
            @Nullable List<HealthCheck> checks,
            @Nullable Thresholds thresholds,
            @Nullable Duration timeout) {
        String code = rollout.refusal(Rollout.begin(new StartDeployment(
                "production",
                "agent",
                "1.0.0",
                strategy,
                configuration,
                instances,
                checks,
                thresholds,
                null,
                timeout,
                null,
                null,
                null,
                null,
                null,
                null)));
        assertThat(rollout.state).isEqualTo(RolloutState.EMPTY);
        return code;
    }

    private String strategy(Strategy strategy) {
        return refusal(strategy, null, null, null, null, null);
    }

    @Test
    void canaryWeightsRiseFromOneToAHundred() {
        assertThat(strategy(Rollout.canary())).isEqualTo("request.strategy-invalid");
        assertThat(strategy(Rollout.canary(new CanaryStep(0, null)))).isEqualTo("request.strategy-invalid");
        assertThat(strategy(Rollout.canary(new CanaryStep(101, null)))).isEqualTo("request.strategy-invalid");
        assertThat(strategy(Rollout.canary(new CanaryStep(50, null), new CanaryStep(50, null))))
                .isEqualTo("request.strategy-invalid");
    }

    @Test
    void aRollingUpdateMustBeAbleToMove() {
        assertThat(strategy(new Strategy.Rolling(1, 0, 0))).isEqualTo("request.strategy-invalid");
        assertThat(strategy(new Strategy.Rolling(0, null, null))).isEqualTo("request.batchSize-invalid");
    }

    @Test
    void instancesAreOneToAHundred() {
        assertThat(refusal(null, null, 0, null, null, null)).isEqualTo("request.instances-invalid");
        assertThat(refusal(null, null, 101, null, null, null)).isEqualTo("request.instances-invalid");
    }

    @Test
    void configurationHasUsableKeysAndLimits() {
        assertThat(refusal(null, Map.of("1BAD", "x"), null, null, null, null))
                .isEqualTo("request.configuration-invalid");
        assertThat(refusal(null, Map.of("BIG", "x".repeat(40_000)), null, null, null, null))
                .isEqualTo("request.configuration-invalid");
        assertThat(refusal(null, Map.of("PASSWORD", "secret:vault:x"), null, null, null, null))
                .isEqualTo("request.configuration-invalid");
    }

    @Test
    void checksAreOfAKnownTypeAndComplete() {
        HealthCheck noCommand = new HealthCheck(
                null, null, "command", null, null, null, null, null, null, null, null, null, null, null);
        for (String type : List.of("carrier-pigeon", "database", "redis", "metric")) {
            HealthCheck unsupported =
                    new HealthCheck(null, null, type, null, null, null, null, null, null, null, null, null, null, null);
            assertThat(refusal(null, null, null, List.of(unsupported), null, null))
                    .as(type)
                    .isEqualTo("health.type-unsupported");
        }
        assertThat(refusal(null, null, null, List.of(noCommand), null, null)).isEqualTo("request.healthChecks-invalid");
        assertThat(refusal(null, null, null, List.of(HealthCheck.process(), HealthCheck.process()), null, null))
                .as("two of one id")
                .isEqualTo("request.healthChecks-invalid");
    }

    @Test
    void thresholdsArePercentages() {
        assertThat(refusal(null, null, null, null, new Thresholds(101.0, null, null, null, null), null))
                .isEqualTo("request.thresholds-invalid");
        assertThat(refusal(null, null, null, null, new Thresholds(Double.NaN, null, null, null, null), null))
                .isEqualTo("request.thresholds-invalid");
    }

    @Test
    void aTimeoutLeavesRoomForWhatThePlanObserves() {
        rollout.deployed("1.1.0");
        String code = rollout.refusal(Rollout.begin(new StartDeployment(
                "production",
                "agent",
                "1.0.0",
                Rollout.canary(new CanaryStep(10, Duration.ofMinutes(5))),
                null,
                null,
                null,
                null,
                null,
                Duration.ofMinutes(4),
                null,
                null,
                null,
                null,
                null,
                null)));
        assertThat(code).isEqualTo("request.timeout-invalid");
    }

    @Test
    void namesAreDnsLabels() {
        assertThat(rollout.refusal(Rollout.begin(new StartDeployment(
                        "Production!",
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
                        null,
                        null,
                        null,
                        null))))
                .isEqualTo("request.name-invalid");
    }
}
