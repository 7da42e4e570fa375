package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.deployment.rollout.RolloutState.Verdict;
import io.axiom.deployment.rollout.RolloutState.Warm;
import io.axiom.deployment.rollout.RolloutState.Watch;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutEvent.DeploymentCompleted;
import io.axiom.language.deployment.RolloutEvent.RollbackCompleted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the end of a run leaves behind: what is live, what can be gone back to, what may be forgotten. */
final class EndEvolution {
    /** Older releases can still be gone back to by position: the log has them. */
    static final int REMEMBERED_RELEASES = 50;

    private EndEvolution() {}

    static RolloutState completed(RolloutState state, DeploymentCompleted e) {
        if (!(state.activity() instanceof Deploying run)) {
            return state;
        }
        Release previous = run.previous();
        List<Release> history = without(state.history(), run.release().id());
        if (previous != null && !run.onlyScales() && !state.condemned().contains(previous.id())) {
            history = without(history, previous.id());
            history.add(previous);
        }
        Set<String> condemned = new HashSet<>(state.condemned());
        condemned.remove(run.release().id());
        Warm warm = previous == null || e.retireAt() == null ? null : new Warm(previous.id(), e.retireAt());
        return forgetUnneeded(state.withLive(run.release(), run.wanted(), newest(history), condemned, warm, false));
    }

    static RolloutState rolledBack(RolloutState state, RollbackCompleted e) {
        if (!(state.activity() instanceof RollingBack run)) {
            return state;
        }
        Release to = run.to();
        List<Release> history = to == null ? state.history() : without(state.history(), to.id());
        int wanted = to == null ? 0 : state.scale().getOrDefault(to.id(), 0);
        Set<String> condemned = new HashSet<>(state.condemned());
        if (to != null) {
            condemned.remove(to.id());
        }
        return forgetUnneeded(state.withLive(to, wanted, newest(history), condemned, null, true));
    }

    /** Keeps what is known of releases that run, or could be put back; so the state does not grow with every deployment. */
    static RolloutState forgetUnneeded(RolloutState state) {
        Set<String> needed = new HashSet<>(state.scale().keySet());
        state.history().forEach(release -> needed.add(release.id()));
        state.instances().values().forEach(instance -> needed.add(instance.releaseId()));
        add(needed, state.live());
        switch (state.activity() instanceof Stuck stuck ? stuck.run() : state.run()) {
            case Deploying run -> {
                add(needed, run.release());
                add(needed, run.previous());
            }
            case RollingBack run -> {
                add(needed, run.from());
                add(needed, run.to());
            }
            case null -> {}
        }
        Map<String, Release> releases = new HashMap<>(state.releases());
        releases.keySet().retainAll(needed);
        Map<String, Watch> watches = new HashMap<>(state.watches());
        watches.keySet().retainAll(needed);
        Map<String, Verdict> verdicts = new HashMap<>(state.verdicts());
        verdicts.values().removeIf(verdict -> !needed.contains(verdict.releaseId()));
        return state.withKnown(releases, watches, verdicts);
    }

    private static void add(Set<String> needed, @Nullable Release release) {
        if (release != null) {
            needed.add(release.id());
        }
    }

    private static List<Release> without(List<Release> releases, String id) {
        List<Release> left = new ArrayList<>(releases);
        left.removeIf(release -> release.id().equals(id));
        return left;
    }

    private static List<Release> newest(List<Release> releases) {
        return releases.subList(Math.max(0, releases.size() - REMEMBERED_RELEASES), releases.size());
    }
}
