package io.axiom.deployment.rollout;

import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replaces instances batch by batch. At no time do more than {@code wanted + maxSurge} run (unless more ran before) or fewer than
 * {@code wanted - maxUnavailable} serve (unless fewer served before); traffic follows the instances.
 */
final class RollingPlan {
    private final Planner planner;
    private final int batch;
    private final int surge;
    private final int unavailable;
    private final List<Step> steps = new ArrayList<>();
    private int fresh;
    private int old;

    RollingPlan(Planner planner, Strategy.Rolling strategy) {
        this.planner = planner;
        this.batch = strategy.batchSize() == null ? 1 : strategy.batchSize();
        this.surge = strategy.maxSurge() == null ? batch : strategy.maxSurge();
        this.unavailable = strategy.maxUnavailable() == null ? 0 : strategy.maxUnavailable();
        this.old = planner.previous() == null ? 0 : planner.serving();
        if (surge == 0 && unavailable == 0) {
            throw new IllegalArgumentException("A rolling plan with neither surge nor unavailability cannot move");
        }
    }

    List<Step> steps() {
        while (fresh < planner.wanted() || old > 0) {
            boolean moved = remove() | add();
            if (!moved) {
                throw new IllegalStateException("A rolling plan that cannot move");
            }
        }
        return steps;
    }

    private boolean add() {
        int room = planner.wanted() + surge - old - fresh;
        int count = Math.min(batch, Math.min(planner.wanted() - fresh, room));
        if (count <= 0) {
            return false;
        }
        fresh += count;
        steps.add(planner.scale(fresh));
        steps.add(planner.healthy());
        if (removable() == 0) {
            shift();
        }
        return true;
    }

    private boolean remove() {
        Release previous = planner.previous();
        int count = removable();
        if (count == 0 || previous == null) {
            return false;
        }
        old -= count;
        shift();
        steps.add(new Step.Scale(previous.id(), old));
        return true;
    }

    private int removable() {
        int spare = old + fresh - (planner.wanted() - unavailable);
        return Math.max(0, Math.min(batch, Math.min(old, spare)));
    }

    /** Traffic in proportion to the instances; skipped where it is so already. */
    private void shift() {
        Map<String, Integer> weights = fresh + old == 0 ? Map.of() : planner.split(share());
        Step.ShiftTraffic next = new Step.ShiftTraffic(weights, List.of());
        Step last = null;
        for (Step step : steps) {
            last = step instanceof Step.ShiftTraffic ? step : last;
        }
        if (!next.equals(last)) {
            steps.add(next);
        }
    }

    private int share() {
        if (old == 0) {
            return 100;
        }
        return fresh == 0 ? 0 : Math.clamp(Math.round(100.0 * fresh / (fresh + old)), 1, 99);
    }
}
