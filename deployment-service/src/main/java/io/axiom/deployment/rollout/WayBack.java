package io.axiom.deployment.rollout;

import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans the way back to a release: traffic first where it still runs, cleaning up last. Schemas go back at the very end, when nothing
 * that needs the newer one runs: the release put back has served on it while the other was brought out.
 */
public final class WayBack {
    /** How long the release put back may take to get healthy when it has to be started. */
    static final Duration HEALTHY_WITHIN = Duration.ofMinutes(2);

    /** How long any other step of a rollback may take. */
    static final Duration STEP_WITHIN = Duration.ofMinutes(2);

    private WayBack() {}

    /** @param to what will serve, null for nothing; then {@code instances} does not matter */
    public static List<Step> plan(RolloutState state, @Nullable Release to, int instances, SchemaRollback schema) {
        List<Step> steps = new ArrayList<>();
        if (to == null) {
            steps.add(new Step.ShiftTraffic(Map.of(), List.of()));
        } else {
            Step traffic = new Step.ShiftTraffic(Map.of(to.id(), 100), List.of());
            int running = state.running(to.id());
            boolean scaled = state.scale().getOrDefault(to.id(), 0) == instances;
            if (running > 0) {
                steps.add(traffic);
            } else {
                steps.addAll(SchemaRuns.forward(to, state.environment()));
            }
            if (running < instances || !scaled) {
                steps.add(new Step.Scale(to.id(), instances));
            }
            if (running < instances) {
                steps.add(new Step.AwaitHealthy(to.id(), HEALTHY_WITHIN));
            }
            if (running == 0) {
                steps.add(traffic);
            }
        }
        TreeSet<String> others = new TreeSet<>(state.scale().keySet());
        state.instances().values().forEach(instance -> others.add(instance.releaseId()));
        if (to != null) {
            others.remove(to.id());
        }
        others.forEach(other -> steps.add(new Step.Scale(other, 0)));
        steps.addAll(state.schemaRuns().back(to, schema));
        return List.copyOf(steps);
    }
}
