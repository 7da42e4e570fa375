package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutState.Activity;
import io.axiom.deployment.rollout.RolloutState.Instance;
import io.axiom.deployment.rollout.RolloutState.Verdict;
import io.axiom.deployment.rollout.RolloutState.Warm;
import io.axiom.deployment.rollout.RolloutState.Watch;
import io.axiom.language.deployment.Release;
import io.axiom.language.routing.HeaderMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rollout's next state while it is made from the one before; its parts are immutable. */
final class RolloutDraft {
    String environment;
    String component;
    int nextRun;

    @Nullable
    Release live;

    int wanted;
    List<Release> history;
    Map<String, Release> releases;
    Set<String> condemned;
    Map<String, Instance> instances;
    Map<String, Integer> scale;
    Map<String, Integer> weights;
    List<HeaderMatch> matches;

    @Nullable
    Warm warm;

    Map<String, Watch> watches;
    Map<String, Verdict> verdicts;
    boolean restored;
    SchemaRuns schemaRuns;
    Activity activity;

    RolloutDraft(RolloutState state) {
        environment = state.environment();
        component = state.component();
        nextRun = state.nextRun();
        live = state.live();
        wanted = state.wanted();
        history = state.history();
        releases = state.releases();
        condemned = state.condemned();
        instances = state.instances();
        scale = state.scale();
        weights = state.weights();
        matches = state.matches();
        warm = state.warm();
        watches = state.watches();
        verdicts = state.verdicts();
        restored = state.restored();
        schemaRuns = state.schemaRuns();
        activity = state.activity();
    }

    RolloutState state() {
        return new RolloutState(
                environment,
                component,
                nextRun,
                live,
                wanted,
                history,
                releases,
                condemned,
                instances,
                scale,
                weights,
                matches,
                warm,
                watches,
                verdicts,
                restored,
                schemaRuns,
                activity);
    }
}
