package io.axiom.deployment.schema;

import io.axiom.deployment.rollout.OpenRollouts;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.deployment.schema.KnownSchemas.Applied;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.Release;
import io.axiom.runtime.log.History;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who else needs what would be taken back: components that share a database. */
@Component
public final class SchemaUsers {
    private final History history;
    private final OpenRollouts rollouts;
    private final RolloutDecider decider = new RolloutDecider();

    public SchemaUsers(History history, OpenRollouts rollouts) {
        this.history = history;
        this.rollouts = rollouts;
    }

    /**
     * In words, for example {@code billing 1.2.0 needs 7 of it}; empty when nobody does.
     *
     * @param exceptFor components that go back themselves
     */
    public Optional<String> needing(
            String environment, Set<String> exceptFor, String database, Collection<Applied> going) {
        return rollouts.components(environment).stream()
                .filter(component -> !exceptFor.contains(component))
                .flatMap(component -> releases(environment, component))
                .flatMap(release -> release.schemas(database, environment).stream()
                        .filter(need -> going.stream().anyMatch(migration -> migration.is(need.level())))
                        .map(need ->
                                release.component() + ' ' + release.version() + " needs " + need.level() + " of it"))
                .findFirst();
    }

    /** What runs there, or soon will. */
    private Stream<Release> releases(String environment, String component) {
        RolloutState state = history.stateOf(decider, DeploymentId.rolloutId(environment, component), History.NOW)
                .state();
        Stream<@Nullable Release> releases = switch (state.activity()) {
            case Idle _ -> Stream.of(state.live());
            case Deploying run -> Stream.of(state.live(), run.release());
            case RollingBack run -> Stream.of(run.to());
            case Stuck(Deploying run, var _, var _) -> Stream.of(state.live(), run.release());
            case Stuck(RollingBack run, var _, var _) -> Stream.of(state.live(), run.to());
        };
        return releases.filter(Objects::nonNull);
    }
}
