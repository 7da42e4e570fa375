package io.axiom.deployment.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.axiom.deployment.environment.EnvironmentInput.GoBack;
import io.axiom.deployment.environment.EnvironmentInput.MarkPoint;
import io.axiom.language.Cut;
import io.axiom.language.RecordedEvent;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackCompleted;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackFailed;
import io.axiom.language.deployment.RollbackPlan;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnvironmentRollbackTest {
    private final EnvironmentLog log = new EnvironmentLog();
    private final RollbackPlanner planner =
            new RollbackPlanner(log, _ -> log.components(), (_, _, _) -> SchemaAccounts.Account.NOTHING);
    private final EnvironmentRollback process = new EnvironmentRollback(log, log, Clock.systemUTC());
    private long reacted;

    private RollbackPlan plan(String to) {
        return planner.plan("production", to, null, null);
    }

    private void apply(RollbackPlan plan) {
        log.must(new GoBack("production", plan, false, "to be safe", plan.hash()));
        settle();
    }

    private void emergency() {
        log.must(new GoBack("production", planner.emergency("production"), true, "fire", null));
        settle();
    }

    /** Lets the process react and the world follow until nothing more happens. */
    private void settle() {
        while (reacted < log.head()) {
            for (RecordedEvent event : log.read(reacted, 1000)) {
                process.react(event);
                reacted = event.position();
            }
            log.components().forEach(log::settle);
        }
    }

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(RejectedException.class, call).rejection().code();
    }

    @Test
    void everyComponentGoesBackToWhatItWasAtAPosition() {
        log.deployed("agent", "1.0.0").deployed("shop", "2.0.0");
        long then = log.head();
        log.deployed("agent", "1.1.0").deployed("shop", "2.1.0").deployed("late", "1.0.0");
        RollbackPlan plan = plan(Long.toString(then));
        assertThat(plan.changes()).extracting(RollbackPlan.Change::component).containsExactly("agent", "late", "shop");
        assertThat(plan.changes())
                .extracting(RollbackPlan.Change::detail)
                .containsExactly("1.1.0 → 1.0.0", "stop 1.0.0", "2.1.0 → 2.0.0");
        apply(plan);
        assertThat(List.of(log.live("agent"), log.live("shop"), log.live("late")))
                .containsExactly("1.0.0", "2.0.0", "none");
        assertThat(log.events().getLast().event()).isInstanceOf(EnvironmentRollbackCompleted.class);
        assertThat(log.environment().goingBack()).isNull();
    }

    @Test
    void goingForwardAgainToALaterPositionWorksToo() {
        log.deployed("agent", "1.0.0");
        long first = log.head();
        log.deployed("agent", "1.1.0");
        long second = log.head();
        apply(plan(Long.toString(first)));
        apply(plan(Long.toString(second)));
        assertThat(log.live("agent")).isEqualTo("1.1.0");
    }

    @Test
    void aPlanThatIsNoLongerTrueIsRefused() {
        log.deployed("agent", "1.0.0");
        long then = log.head();
        log.deployed("agent", "1.1.0");
        RollbackPlan shown = plan(Long.toString(then));
        log.deployed("agent", "1.2.0");
        RollbackPlan now = plan(Long.toString(then));
        assertThat(refusal(() -> log.must(new GoBack("production", now, false, "back", shown.hash()))))
                .isEqualTo("rollback.plan-changed");
    }

    @Test
    void thePlanStaysTheSameWhileNothingOfItChanges() {
        log.deployed("agent", "1.0.0").deployed("agent", "1.1.0");
        RollbackPlan shown = plan("previous");
        log.must(new MarkPoint("production", Cut.of("deployment", 1), "unrelated", null, 10));
        assertThat(plan("previous").hash()).isEqualTo(shown.hash());
    }

    @Test
    void aMomentIsAPositionAnInstantOrAPoint() {
        log.deployed("agent", "1.0.0");
        Instant then = log.now;
        log.must(new MarkPoint("production", Cut.of("deployment", log.head()), "good", null, 10));
        log.deployed("agent", "1.1.0");
        assertThat(plan(then.toString()).changes()).isEqualTo(plan("rb-1").changes());
        assertThat(plan("latest").changes()).isEqualTo(plan("rb-1").changes());
        assertThat(refusal(() -> plan("rb-9"))).isEqualTo("rollback.point-unknown");
        assertThat(refusal(() -> plan("999999"))).isEqualTo("rollback.position-unknown");
        assertThat(refusal(() -> plan("0"))).isEqualTo("rollback.before-environment");
        assertThat(refusal(() -> plan("2020-01-01T00:00:00Z"))).isEqualTo("rollback.before-environment");
        assertThat(refusal(() -> plan("yesterday"))).isEqualTo("rollback.target-invalid");
    }

    @Test
    void whereNothingDiffersThereIsNothingToDo() {
        log.deployed("agent", "1.0.0");
        assertThat(refusal(() -> apply(plan(Long.toString(log.head()))))).isEqualTo("rollback.nothing-to-do");
    }

    @Test
    void oneComponentThatCannotGoBackFailsTheRollback() {
        log.deployed("agent", "1.0.0").deployed("agent", "1.1.0");
        RollbackPlan plan = plan("previous");
        log.must(new GoBack("production", plan, false, "to be safe", plan.hash()));
        log.read(reacted, 1000).forEach(event -> {
            process.react(event);
            reacted = event.position();
        });
        log.breakStep("agent");
        settle();
        assertThat(log.events().getLast().event()).isInstanceOf(EnvironmentRollbackFailed.class);
    }

    @Test
    void anEmergencyTakesBackOnlyWhatIsBeingBroughtOut() {
        log.deployed("agent", "1.0.0").deployed("shop", "2.0.0").deployed("shop", "2.1.0");
        log.deployed("agent", "1.1.0").deploy("agent", "1.2.0");
        emergency();
        assertThat(log.live("agent")).isEqualTo("1.1.0");
        assertThat(log.live("shop")).isEqualTo("2.1.0");
    }

    @Test
    void whereNothingIsBroughtOutAnEmergencyPutsTheReleaseBeforeBack() {
        log.deployed("agent", "1.0.0").deployed("agent", "1.1.0");
        emergency();
        assertThat(log.live("agent")).isEqualTo("1.0.0");
    }

    @Test
    void aSecondEmergencyInARowFindsNothingToDo() {
        log.deployed("agent", "1.0.0")
                .deployed("agent", "1.1.0")
                .deployed("shop", "2.0.0")
                .deployed("shop", "2.1.0");
        log.deploy("agent", "1.2.0");
        emergency();
        assertThat(refusal(this::emergency)).isEqualTo("rollback.nothing-to-do");
        assertThat(log.live("agent")).isEqualTo("1.1.0");
        assertThat(log.live("shop")).isEqualTo("2.1.0");
    }

    @Test
    void anEmergencyNeverFlipsBackToABadRelease() {
        log.deployed("agent", "1.0.0").deployed("agent", "1.1.0");
        emergency();
        log.must(new MarkPoint("production", Cut.of("deployment", log.head()), "before", "production.agent.4", 10));
        assertThat(refusal(this::emergency)).isEqualTo("rollback.nothing-to-do");
        assertThat(log.live("agent")).isEqualTo("1.0.0");
    }

    @Test
    void aReactionThatIsRepeatedChangesNothing() {
        log.deployed("agent", "1.0.0").deployed("agent", "1.1.0");
        apply(plan("previous"));
        long head = log.head();
        log.read(0, 1000).forEach(process::react);
        assertThat(log.head()).isEqualTo(head);
    }
}
