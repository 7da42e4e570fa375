package io.axiom.deployment.rollback;

import io.axiom.deployment.rollback.SchemaAccounts.Account;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.deployment.rollout.WayBack;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One component's way back, as part of a plan for its environment. */
record WayOfComponent(
        RolloutState now, @Nullable Release from, @Nullable Release to, int instances) {

    /** To the release before: of the deployment under way its own previous one, else the last good one. */
    static Optional<WayOfComponent> toPrevious(RolloutState now) {
        int instances = Math.max(1, now.wanted());
        return switch (now.activity()) {
            case Deploying run -> Optional.of(new WayOfComponent(now, run.release(), run.previous(), instances));
            case Stuck(Deploying run, var _, var _) ->
                Optional.of(new WayOfComponent(now, run.release(), run.previous(), instances));
            case Stuck(RollingBack run, var _, var _) ->
                Optional.of(new WayOfComponent(now, run.from(), run.to(), instances));
            case RollingBack run -> throw busy(run);
            case Idle _ ->
                now.before() == null
                        ? Optional.empty()
                        : Optional.of(new WayOfComponent(now, now.live(), now.before(), instances));
        };
    }

    /** To what was live then. Empty when that is so already. */
    static Optional<WayOfComponent> toThen(RolloutState now, RolloutState then) {
        int instances = then.live() == null ? 0 : Math.max(1, then.wanted());
        Release from = switch (now.activity()) {
            case Deploying run -> run.release();
            case Stuck(Deploying run, var _, var _) -> run.release();
            case Stuck(RollingBack run, var _, var _) -> run.from();
            case RollingBack run -> throw busy(run);
            case Idle _ -> now.live();
        };
        boolean there = now.activity() instanceof Idle
                && (then.live() == null || now.live() == null
                        ? then.live() == now.live()
                        : then.live().id().equals(now.live().id()) && now.wanted() == instances);
        return there ? Optional.empty() : Optional.of(new WayOfComponent(now, from, then.live(), instances));
    }

    List<Step> steps(SchemaRollback schema) {
        return WayBack.plan(now, to, instances, schema);
    }

    /** @param account of what the steps do to databases */
    RollbackPlan.Change change(List<Step> steps, Account account) {
        String detail = account.details().isEmpty() ? detail() : detail() + "; " + String.join("; ", account.details());
        return new RollbackPlan.Change(now.component(), from, to, instances, account.grade(), detail, steps);
    }

    List<String> warnings() {
        String component = now.component();
        List<String> warnings = new ArrayList<>();
        if (now.activity() instanceof Deploying run) {
            warnings.add(component + ": the deployment " + run.runId() + " is under way and will be taken back.");
        }
        if (to != null && now.condemned().contains(to.id())) {
            warnings.add(component + ": " + to.id() + " was rolled back as bad since then; this brings it back.");
        }
        if (to == null) {
            warnings.add(component + ": it did not run then and will be stopped.");
        }
        return warnings;
    }

    private String detail() {
        if (to == null) {
            return "stop " + name(from);
        }
        if (from == null) {
            return "start " + name(to);
        }
        if (from.id().equals(to.id())) {
            return "run " + instances + (instances == 1 ? " instance" : " instances") + " of " + name(to) + " again";
        }
        String versions = from.version().equals(to.version())
                ? from.version() + " with its earlier settings"
                : from.version() + " → " + to.version();
        List<String> keys =
                changedKeys(from.configuration().values(), to.configuration().values());
        return keys.isEmpty() ? versions : versions + ", configuration: " + String.join(", ", keys);
    }

    /** Names only: a value may be confidential. */
    private static List<String> changedKeys(Map<String, String> from, Map<String, String> to) {
        TreeSet<String> keys = new TreeSet<>(from.keySet());
        keys.addAll(to.keySet());
        List<String> changed = new ArrayList<>();
        for (String key : keys) {
            if (!to.containsKey(key)) {
                changed.add("-" + key);
            } else if (!from.containsKey(key)) {
                changed.add("+" + key);
            } else if (!to.get(key).equals(from.get(key))) {
                changed.add("~" + key);
            }
        }
        return changed;
    }

    private static String name(@Nullable Release release) {
        return release == null ? "nothing" : release.version();
    }

    private static RejectedException busy(RollingBack run) {
        return new RejectedException(new Rejection(
                "rollback.already-running",
                Rejection.Kind.CONFLICT,
                "The rollback " + run.runId() + " is under way.",
                "Wait for it: axiom deployment get -w " + run.runId(),
                Map.of("rollbackId", run.runId())));
    }
}
