package io.axiom.deployment.environment;

import io.axiom.language.Cut;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One environment.
 *
 * @param createdAt null until it is created
 * @param router null for the built-in router of this installation
 * @param points oldest first
 * @param goingBack the rollback of the whole environment under way
 * @param emergencySpent an emergency rollback was the last thing that happened: another has nothing to take back
 */
public record EnvironmentState(
        String name,
        @Nullable Instant createdAt,
        Target target,
        @Nullable RouterAddress router,
        Policy policy,
        List<Point> points,
        int nextPoint,
        int nextRollback,
        @Nullable GoingBack goingBack,
        boolean emergencySpent) {

    public static final EnvironmentState NONE = new EnvironmentState(
            "", null, new Target.Processes(null, null), null, Policy.DEFAULTS, List.of(), 1, 1, null, false);

    public record Point(
            String id,
            Cut cut,
            String description,
            @Nullable String deploymentId,
            Instant at) {}

    /** @param returned the components that are back, with their runs; no run is an empty text */
    public record GoingBack(String rollbackId, RollbackPlan plan, boolean emergency, Map<String, String> returned) {}

    public boolean exists() {
        return createdAt != null;
    }

    EnvironmentState created(String as, Instant at, Target on, @Nullable RouterAddress behind, Policy under) {
        return new EnvironmentState(
                as, at, on, behind, under, points, nextPoint, nextRollback, goingBack, emergencySpent);
    }

    EnvironmentState with(Policy next) {
        return new EnvironmentState(
                name, createdAt, target, router, next, points, nextPoint, nextRollback, goingBack, emergencySpent);
    }

    EnvironmentState withPoints(List<Point> next, int number, boolean spent) {
        return new EnvironmentState(
                name, createdAt, target, router, policy, List.copyOf(next), number, nextRollback, goingBack, spent);
    }

    EnvironmentState with(@Nullable GoingBack next, int number, boolean spent) {
        return new EnvironmentState(name, createdAt, target, router, policy, points, nextPoint, number, next, spent);
    }
}
