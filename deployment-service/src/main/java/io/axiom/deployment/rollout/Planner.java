package io.axiom.deployment.rollout;

import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.routing.HeaderMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a strategy into the steps that bring a release out. The whole plan is known before anything happens.
 *
 * @param environment where
 * @param release what is brought out
 * @param previous what serves now, null for nothing
 * @param serving how many instances of it
 * @param wanted how many instances of the new release in the end
 * @param healthyWithin how long instances may take until their checks pass
 */
record Planner(
        String environment,
        Release release,
        @Nullable Release previous,
        int serving,
        int wanted,
        Duration healthyWithin) {

    static final String PREVIEW_HEADER = "X-Axiom-Preview";
    /** After all traffic was switched it is watched this long, while the old release can still take it back at once. */
    static final Duration WATCH_AFTER_SWITCH = Duration.ofSeconds(5);

    static final List<Strategy.CanaryStep> DEFAULT_CANARY = List.of(
            new Strategy.CanaryStep(10, Duration.ofSeconds(10)), new Strategy.CanaryStep(50, Duration.ofSeconds(10)));

    /** @param approvers who must approve first, null when nobody need */
    List<Step> plan(Strategy strategy, @Nullable List<String> approvers) {
        List<Step> steps = new ArrayList<>();
        if (approvers != null) {
            steps.add(new Step.AwaitApproval(approvers));
        }
        if (previous != null && previous.id().equals(release.id())) {
            steps.addAll(rescale());
        } else {
            steps.addAll(SchemaRuns.forward(release, environment));
            switch (strategy) {
                case Strategy.BlueGreen blueGreen -> steps.addAll(blueGreen(blueGreen));
                case Strategy.Canary canary -> steps.addAll(canary(canary));
                case Strategy.Rolling rolling -> steps.addAll(new RollingPlan(this, rolling).steps());
            }
        }
        return List.copyOf(steps);
    }

    private List<Step> rescale() {
        return List.of(scale(wanted), healthy(), all());
    }

    private List<Step> blueGreen(Strategy.BlueGreen strategy) {
        List<Step> steps = new ArrayList<>(List.of(scale(wanted), healthy()));
        if (Boolean.TRUE.equals(strategy.preview())) {
            steps.add(new Step.ShiftTraffic(
                    split(0), List.of(new HeaderMatch(PREVIEW_HEADER, release.id(), release.id()))));
            steps.add(new Step.AwaitPromotion());
        }
        steps.add(all());
        Duration warm = strategy.scaleDownDelay();
        if (previous != null && warm != null && warm.isPositive()) {
            steps.add(new Step.Observe(warm.compareTo(WATCH_AFTER_SWITCH) < 0 ? warm : WATCH_AFTER_SWITCH));
        }
        return steps;
    }

    private List<Step> canary(Strategy.Canary strategy) {
        if (previous == null) {
            return List.of(scale(wanted), healthy(), all());
        }
        List<Strategy.CanaryStep> shares = strategy.steps() == null ? DEFAULT_CANARY : strategy.steps();
        List<HeaderMatch> testers = strategy.header() == null
                ? List.of()
                : List.of(new HeaderMatch(
                        strategy.header().name(), strategy.header().value(), release.id()));
        List<Step> steps = new ArrayList<>();
        int running = 0;
        for (Strategy.CanaryStep share : shares) {
            int needed = Math.max(1, Math.ceilDiv(wanted * share.weight(), 100));
            if (needed > running) {
                running = needed;
                steps.add(scale(running));
                steps.add(healthy());
            }
            boolean full = share.weight() == 100;
            steps.add(new Step.ShiftTraffic(split(share.weight()), full ? List.of() : testers));
            if (share.pause() != null) {
                steps.add(new Step.Observe(share.pause()));
            } else if (!full) {
                steps.add(new Step.AwaitPromotion());
            }
        }
        if (wanted > running) {
            steps.add(scale(wanted));
            steps.add(healthy());
        }
        if (shares.getLast().weight() < 100) {
            steps.add(all());
        }
        return steps;
    }

    Step scale(int instances) {
        return new Step.Scale(release.id(), instances);
    }

    Step healthy() {
        return new Step.AwaitHealthy(release.id(), healthyWithin);
    }

    private Step all() {
        return new Step.ShiftTraffic(Map.of(release.id(), 100), List.of());
    }

    /** {@code percent} to the new release, the rest to the previous one; nothing to nobody when there is no other. */
    Map<String, Integer> split(int percent) {
        if (percent == 100 || (previous == null && percent > 0)) {
            return Map.of(release.id(), 100);
        }
        if (previous == null) {
            return Map.of();
        }
        return percent == 0 ? Map.of(previous.id(), 100) : Map.of(release.id(), percent, previous.id(), 100 - percent);
    }
}
