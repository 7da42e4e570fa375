package io.axiom.deployment.rollback;

import io.axiom.deployment.environment.EnvironmentDecider;
import io.axiom.deployment.environment.EnvironmentRefusals;
import io.axiom.deployment.environment.EnvironmentState;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.RollbackTarget;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import io.axiom.runtime.log.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans the way of a whole environment back to a moment. The plan that is shown and the plan that is done come from here. */
public final class RollbackPlanner {
    private final History history;
    private final Function<String, List<String>> components;
    private final SchemaAccounts schemas;
    private final RolloutDecider rollouts = new RolloutDecider();
    private final EnvironmentDecider environments = new EnvironmentDecider();

    /** @param components the components that were ever deployed to an environment */
    public RollbackPlanner(History history, Function<String, List<String>> components, SchemaAccounts schemas) {
        this.history = history;
        this.components = components;
        this.schemas = schemas;
    }

    /**
     * @param component only this one, null for all
     * @param schema what becomes of migrations; null for lossless
     */
    public RollbackPlan plan(
            String environmentId, String to, @Nullable String component, @Nullable SchemaRollback schema) {
        EnvironmentState environment = environment(environmentId);
        RollbackTarget target = RollbackTarget.parse(to);
        Moment moment = new Moments(history).resolve(environment, target);
        List<WayOfComponent> ways = new ArrayList<>();
        for (String each : components(environmentId, component)) {
            RolloutState now = state(environmentId, each, History.NOW);
            Optional<WayOfComponent> way = target instanceof RollbackTarget.Previous
                    ? WayOfComponent.toPrevious(now)
                    : WayOfComponent.toThen(now, state(environmentId, each, moment.position()));
            way.ifPresent(ways::add);
        }
        List<RollbackPlan.Change> changes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Set<String> goingBack = ways.stream().map(way -> way.now().component()).collect(Collectors.toUnmodifiableSet());
        for (WayOfComponent way : ways) {
            List<Step> steps = way.steps(SchemaRollback.orLossless(schema));
            SchemaAccounts.Account account = schemas.of(environmentId, goingBack, steps);
            changes.add(way.change(steps, account));
            warnings.addAll(way.warnings());
            account.warnings().forEach(warning -> warnings.add(way.now().component() + ": " + warning));
        }
        return PlanHash.sealed(environmentId, to, moment, changes, warnings, schema);
    }

    /** Whatever is being rolled out is taken back; where nothing is, the release before the current one returns. */
    public RollbackPlan emergency(String environmentId) {
        EnvironmentState environment = environment(environmentId);
        List<RollbackPlan.Change> underWay = new ArrayList<>();
        List<RollbackPlan.Change> settled = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (String component : components(environmentId, null)) {
            RolloutState now = state(environmentId, component, History.NOW);
            switch (now.activity()) {
                case RolloutState.RollingBack run ->
                    warnings.add(component + " is already going back by " + run.runId() + '.');
                case RolloutState.Idle _ -> {
                    if (!now.restored() && now.before() != null) {
                        WayOfComponent.toPrevious(now).ifPresent(way -> settled.add(quick(way)));
                    }
                }
                case RolloutState.Deploying _, RolloutState.Stuck _ ->
                    WayOfComponent.toPrevious(now).ifPresent(way -> underWay.add(quick(way)));
            }
        }
        boolean busy = !underWay.isEmpty() || !warnings.isEmpty();
        List<RollbackPlan.Change> changes = busy ? underWay : environment.emergencySpent() ? List.of() : settled;
        if (changes.isEmpty() && warnings.isEmpty()) {
            warnings.add(
                    environment.emergencySpent()
                            ? "an emergency rollback was done, and nothing was deployed since."
                            : "nothing is being rolled out, and no component has an earlier release that was good.");
        }
        return PlanHash.sealed(environmentId, "previous", Moment.PREVIOUS, changes, warnings, SchemaRollback.KEEP);
    }

    /** Versions and traffic only: what databases have stays. */
    private static RollbackPlan.Change quick(WayOfComponent way) {
        return way.change(way.steps(SchemaRollback.KEEP), SchemaAccounts.Account.NOTHING);
    }

    private EnvironmentState environment(String id) {
        EnvironmentState state = history.stateOf(environments, id, History.NOW).state();
        EnvironmentRefusals.requireExists(state, id);
        return state;
    }

    private RolloutState state(String environment, String component, long asOf) {
        return history.stateOf(rollouts, DeploymentId.rolloutId(environment, component), asOf)
                .state();
    }

    private List<String> components(String environment, @Nullable String only) {
        if (only == null) {
            return components.apply(environment).stream().sorted().toList();
        }
        if (!state(environment, only, History.NOW).exists()) {
            throw new RejectedException(EnvironmentRefusals.nothingToDo(
                    environment, "no component \"" + only + "\" was ever deployed there."));
        }
        return List.of(only);
    }

    /** @param position 0 with no instant: each component's own previous release */
    record Moment(long position, @Nullable Instant at) {
        static final Moment PREVIOUS = new Moment(0, null);
    }
}
