package io.axiom.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.deployment.rollout.RolloutInput.Begin;
import io.axiom.deployment.rollout.RolloutInput.DeadlinePassed;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RolloutCommand.AbortDeployment;
import io.axiom.language.deployment.RolloutCommand.RequestRollback;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import io.axiom.language.migration.MigrationSource;
import io.axiom.language.migration.SchemaLevel;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.language.version.RunSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaStepsTest {
    private static final MigrationSource SOURCE = new MigrationSource("/opt/agent/migrations", null, null);

    private final Rollout rollout = new Rollout();

    private static Begin begin(String version, @Nullable String level) {
        RunSpec run = new RunSpec(
                List.of("agent", version),
                null,
                Map.of(),
                null,
                level == null ? null : List.of(new SchemaLevel("orders-${environment}", level, SOURCE)));
        return new Begin(Rollout.request(version, Rollout.blueGreen()), run, Policy.DEFAULTS, Defaults.STANDARD);
    }

    private SchemaStepsTest deployed(String version, @Nullable String level) {
        rollout.when(begin(version, level));
        rollout.runToEnd();
        return this;
    }

    private List<Step> migrations() {
        return rollout.run().plan().stream()
                .filter(step -> step instanceof Step.Migrate || step instanceof Step.RollBackMigrations)
                .toList();
    }

    private static Step back(WayBackGrade accepted, String... runs) {
        return new Step.RollBackMigrations("orders-production", List.of(runs), accepted);
    }

    private static RequestRollback rollBack(@Nullable SchemaRollback schema) {
        return new RequestRollback("production", "agent", null, "slow", null, schema);
    }

    @Test
    void aReleaseThatNeedsASchemaMigratesBeforeAnythingElse() {
        rollout.when(begin("1.0.0", "7"));
        assertThat(rollout.step().describe()).isEqualTo("migrate orders-production to 7");
        assertThat(rollout.run().plan().get(1)).isInstanceOf(Step.Scale.class);
    }

    @Test
    void aMigrationTakesAsLongAsItTakes() {
        rollout.when(begin("1.0.0", "7"));
        rollout.later(Duration.ofHours(3));
        assertThat(rollout.when(new DeadlinePassed(Rollout.ID))).isEmpty();
        rollout.runToEnd();
        assertThat(rollout.state.live()).isNotNull();
    }

    @Test
    void aRollbackTakesBackAtTheEndWhatCameWithTheRelease() {
        deployed("1.0.0", "5").deployed("1.1.0", "7");
        rollout.when(rollBack(null));
        assertThat(rollout.run().plan().getFirst()).isInstanceOf(Step.ShiftTraffic.class);
        assertThat(rollout.run().plan().getLast())
                .isEqualTo(back(WayBackGrade.LOSSLESS, "run-migrate-production.agent.2-0-1"));
    }

    @Test
    void aReleaseWithoutAnyNeedGoesBackToTheSchemaItWasLiveOn() {
        deployed("1.0.0", null).deployed("1.1.0", "7");
        rollout.when(rollBack(SchemaRollback.LOSES_LATER_DATA));
        assertThat(migrations())
                .containsExactly(back(WayBackGrade.LOSES_LATER_DATA, "run-migrate-production.agent.2-0-1"));
    }

    @Test
    void keepLeavesTheSchema() {
        deployed("1.0.0", null).deployed("1.1.0", "7");
        rollout.when(rollBack(SchemaRollback.KEEP));
        assertThat(migrations()).isEmpty();
    }

    @Test
    void whatWasTakenBackBeforeIsNotTakenBackAgain() {
        deployed("1.0.0", null).deployed("1.1.0", "7");
        rollout.when(rollBack(null));
        rollout.runToEnd();
        deployed("1.2.0", "8");
        rollout.when(rollBack(null));
        assertThat(migrations()).containsExactly(back(WayBackGrade.LOSSLESS, "run-migrate-production.agent.4-0-1"));
    }

    @Test
    void goingBackOverTwoReleasesTakesBothBackTheNewestFirst() {
        deployed("1.0.0", "5").deployed("1.1.0", "7").deployed("1.2.0", "8");
        String first = rollout.state.history().getFirst().id();
        rollout.when(new RequestRollback("production", "agent", first, "slow"));
        assertThat(migrations().getLast())
                .isEqualTo(back(
                        WayBackGrade.LOSSLESS,
                        "run-migrate-production.agent.3-0-1",
                        "run-migrate-production.agent.2-0-1"));
    }

    @Test
    void aReleaseThatHasToBeStartedGetsItsSchemaFirst() {
        deployed("1.0.0", "5").deployed("1.1.0", "7");
        rollout.later(Duration.ofDays(1));
        rollout.when(new DeadlinePassed(Rollout.ID));
        rollout.state.instances().keySet().stream()
                .filter(id -> id.contains("1.0.0_"))
                .toList()
                .forEach(id -> rollout.when(new RolloutInput.InstanceDown(
                        Rollout.ID, id, rollout.state.history().getFirst().id())));
        rollout.when(rollBack(null));
        assertThat(rollout.step())
                .isEqualTo(new Step.Migrate(rollout.state.history().getFirst().id(), "orders-production", "5"));
    }

    @Test
    void aMigrationUnderWayIsTakenBackWhenItsDeploymentIsAborted() {
        deployed("1.0.0", "5");
        rollout.when(begin("1.1.0", "7"));
        rollout.when(new AbortDeployment(rollout.runId(), "wrong one"));
        assertThat(migrations()).contains(back(WayBackGrade.LOSSLESS, "run-migrate-production.agent.2-0-1"));
    }

    @Test
    void aMigrationThatFailsTakesItsDeploymentBack() {
        deployed("1.0.0", "5");
        rollout.when(begin("1.1.0", "7"));
        rollout.breakStep();
        assertThat(migrations()).contains(back(WayBackGrade.LOSSLESS, "run-migrate-production.agent.2-0-1"));
        rollout.runToEnd();
        assertThat(rollout.state.live())
                .isNotNull()
                .satisfies(live -> assertThat(live.version()).isEqualTo("1.0.0"));
    }

    @Test
    void scalingMigratesNothing() {
        deployed("1.0.0", "5");
        Begin begin = begin("1.0.0", "5");
        rollout.when(new Begin(Rollout.request("1.0.0", 3), begin.run(), begin.policy(), begin.defaults()));
        assertThat(migrations()).isEmpty();
    }

    @Test
    void onlyTheNewestRunsAreRemembered() {
        SchemaRuns runs = SchemaRuns.NONE;
        for (int number = 1; number <= SchemaRuns.REMEMBERED + 5; number++) {
            runs = runs.started(new StepStarted(
                    "production.agent." + number, 0, 1, new Step.Migrate("r", "orders", "1"), Instant.EPOCH, null));
        }
        assertThat(runs.begun()).hasSize(SchemaRuns.REMEMBERED);
        assertThat(runs.forgotten()).isEqualTo(5);
    }
}
