package io.axiom.deployment.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.deployment.environment.EnvironmentInput.Asked;
import io.axiom.deployment.environment.EnvironmentInput.MarkPoint;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Cut;
import io.axiom.language.deployment.EnvironmentCommand.ChangePolicy;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.EnvironmentCommand.DeleteRollbackPoint;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.EnvironmentEvent.RollbackPointDeleted;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Target;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final EnvironmentDecider DECIDER = new EnvironmentDecider();

    private EnvironmentState state = DECIDER.initial();

    private Decision<EnvironmentEvent> decide(EnvironmentInput input) {
        return DECIDER.decide(state, input, CommandContext.of("c", Actor.LOCAL, Instant.parse("2026-11-20T12:00:00Z")));
    }

    private List<EnvironmentEvent> when(EnvironmentInput input) {
        if (decide(input) instanceof Decision.Accepted<EnvironmentEvent>(var events, var _)) {
            events.forEach(event -> state = DECIDER.evolve(state, event));
            return events;
        }
        throw new AssertionError(decide(input));
    }

    private String refusal(EnvironmentInput input) {
        return decide(input) instanceof Decision.Refused<EnvironmentEvent>(var rejection)
                ? rejection.code()
                : "accepted";
    }

    private static Asked create(String name, @Nullable Target target, @Nullable RouterAddress router) {
        return new Asked(new CreateEnvironment(name, target, router, null));
    }

    private void created() {
        when(create("production", null, null));
    }

    private List<EnvironmentEvent> mark(int keep) {
        return when(new MarkPoint("production", Cut.of("deployment", 7), "before the sale", null, keep));
    }

    @Test
    void itIsCreatedOnceWithAValidName() {
        created();
        assertThat(refusal(create("production", null, null))).isEqualTo("environment.exists");
        assertThat(refusal(create("Pro duction", null, null))).isEqualTo("request.name-invalid");
    }

    @Test
    void itsRouterIsAUrlAndItsPortsAreARange() {
        assertThat(refusal(create("a", null, new RouterAddress("not a url", null))))
                .isEqualTo("request.router-invalid");
        assertThat(refusal(create("a", new Target.Processes(9000, 8000), null))).isEqualTo("request.target-invalid");
        assertThat(refusal(create("a", new Target.Processes(9000, null), null))).isEqualTo("request.target-invalid");
    }

    @Test
    void itsPolicyCanBeChangedWithinLimits() {
        created();
        Policy twoPoints = new Policy(null, null, null, 2, null, null, null);
        when(new Asked(new ChangePolicy("production", twoPoints)));
        assertThat(state.policy()).isEqualTo(twoPoints);
        assertThat(when(new Asked(new ChangePolicy("production", twoPoints))))
                .as("the same again")
                .isEmpty();
        Policy none = new Policy(null, null, null, 0, null, null, null);
        assertThat(refusal(new Asked(new ChangePolicy("production", none)))).isEqualTo("request.policy-invalid");
    }

    @Test
    void onlyTheNewestRollbackPointsAreKept() {
        created();
        mark(2);
        mark(2);
        assertThat(mark(2)).hasSize(2).last().isInstanceOfSatisfying(RollbackPointDeleted.class, deleted -> {
            assertThat(deleted.rollbackPointId()).isEqualTo("rb-1");
            assertThat(deleted.reason()).isEqualTo("only the newest 2 are kept (MAX_ROLLBACK_POINTS)");
        });
        assertThat(state.points()).extracting(EnvironmentState.Point::id).containsExactly("rb-2", "rb-3");
    }

    @Test
    void aRollbackPointIsDeletedOnce() {
        created();
        mark(5);
        when(new Asked(new DeleteRollbackPoint("production", "rb-1", "no longer needed")));
        assertThat(refusal(new Asked(new DeleteRollbackPoint("production", "rb-1", null))))
                .isEqualTo("rollback.point-unknown");
    }

    @Test
    void whatDoesNotExistCannotBeChanged() {
        assertThat(refusal(new Asked(new ChangePolicy("production", Policy.DEFAULTS))))
                .isEqualTo("environment.unknown");
        assertThat(refusal(new MarkPoint("production", Cut.of("deployment", 1), "x", null, 5)))
                .isEqualTo("environment.unknown");
    }
}
