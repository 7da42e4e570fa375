package io.axiom.deployment.rollback;

import io.axiom.deployment.environment.EnvironmentRefusals;
import io.axiom.deployment.environment.EnvironmentState;
import io.axiom.deployment.environment.EnvironmentState.Point;
import io.axiom.deployment.rollback.RollbackPlanner.Moment;
import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.deployment.RollbackTarget;
import io.axiom.runtime.log.History;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds the position a rollback target means. */
final class Moments {
    private final History history;

    Moments(History history) {
        this.history = history;
    }

    Moment resolve(EnvironmentState environment, RollbackTarget target) {
        return switch (target) {
            case RollbackTarget.Previous _ -> Moment.PREVIOUS;
            case RollbackTarget.LatestPoint _ -> {
                if (environment.points().isEmpty()) {
                    throw new RejectedException(EnvironmentRefusals.pointUnknown(environment.name(), "latest"));
                }
                yield of(environment, environment.points().getLast());
            }
            case RollbackTarget.Point(String id) ->
                of(
                        environment,
                        environment.points().stream()
                                .filter(point -> point.id().equals(id))
                                .findFirst()
                                .orElseThrow(() -> new RejectedException(
                                        EnvironmentRefusals.pointUnknown(environment.name(), id))));
            case RollbackTarget.Position(long position) -> at(environment, position);
            case RollbackTarget.At(Instant instant) ->
                at(environment, history.positionAt(instant).orElse(0));
        };
    }

    private Moment of(EnvironmentState environment, Point point) {
        return at(environment, point.cut().position(Contexts.DEPLOYMENT));
    }

    private Moment at(EnvironmentState environment, long position) {
        long head = history.head();
        if (position > head) {
            throw new RejectedException(new Rejection(
                    "rollback.position-unknown",
                    Kind.INVALID,
                    "The deployment log ends at position " + head + "; there is no " + position + " yet.",
                    "Choose a position up to " + head + '.',
                    Map.of("head", Long.toString(head))));
        }
        List<RecordedEvent> there = position == 0 ? List.of() : history.read(position - 1, 1);
        List<RecordedEvent> creation = history.stream("environment", environment.name(), position);
        if (there.isEmpty() || creation.isEmpty()) {
            throw new RejectedException(new Rejection(
                    "rollback.before-environment",
                    Kind.CONFLICT,
                    "The environment " + environment.name() + " did not exist at position " + position
                            + "; it was created at " + environment.createdAt() + '.',
                    "Choose a later moment."));
        }
        return new Moment(position, there.getFirst().time());
    }
}
