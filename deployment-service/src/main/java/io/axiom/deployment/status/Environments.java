package io.axiom.deployment.status;

import io.axiom.deployment.environment.EnvironmentDecider;
import io.axiom.deployment.environment.EnvironmentRefusals;
import io.axiom.deployment.environment.EnvironmentState;
import io.axiom.deployment.rollout.OpenRollouts;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.Contexts;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.view.EnvironmentRollbackView;
import io.axiom.language.deployment.view.EnvironmentView;
import io.axiom.language.deployment.view.RollbackPointView;
import io.axiom.language.json.Json;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.Versioned;
import io.axiom.runtime.projection.Positions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads environments: as they are from the projections, as they were from the log. */
@Component
public class Environments implements OpenRollouts {
    /** Planning a rollback waits this long for projections to know of the newest component. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final History history;
    private final Positions positions;
    private final EnvironmentDecider environments = new EnvironmentDecider();
    private final RolloutDecider rollouts = new RolloutDecider();

    public Environments(JdbcClient jdbc, History history, Positions positions) {
        this.jdbc = jdbc;
        this.history = history;
        this.positions = positions;
    }

    private record Row(String name, EnvironmentState state, long position) {}

    private record RolloutRow(String component, RolloutState state, long position) {}

    @Override
    public List<String> rollouts() {
        boolean unused = positions.await(Contexts.DEPLOYMENT, history.head(), PATIENCE);
        return jdbc.sql("SELECT rollout_id FROM rollout_status WHERE busy")
                .query(String.class)
                .list();
    }

    @Override
    public List<String> components(String environment) {
        boolean unused = positions.await(Contexts.DEPLOYMENT, history.head(), PATIENCE);
        return known(environment);
    }

    private List<String> known(String environment) {
        return jdbc.sql("SELECT component FROM rollout_status WHERE environment = ? ORDER BY component")
                .params(environment)
                .query(String.class)
                .list();
    }

    public List<EnvironmentView> list() {
        return jdbc
                .sql("SELECT environment, state, position FROM environment_status ORDER BY environment")
                .query((row, _) -> new Row(
                        row.getString("environment"),
                        Json.lenient().readValue(row.getString("state"), EnvironmentState.class),
                        row.getLong("position")))
                .list()
                .stream()
                .map(this::now)
                .toList();
    }

    public EnvironmentView get(String environment) {
        return jdbc.sql("SELECT environment, state, position FROM environment_status WHERE environment = ?")
                .params(environment)
                .query((row, _) -> new Row(
                        row.getString("environment"),
                        Json.lenient().readValue(row.getString("state"), EnvironmentState.class),
                        row.getLong("position")))
                .optional()
                .map(this::now)
                .orElseGet(() -> {
                    EnvironmentRefusals.requireExists(EnvironmentState.NONE, environment);
                    throw new IllegalStateException();
                });
    }

    private EnvironmentView now(Row row) {
        List<RolloutRow> components = jdbc.sql("""
                SELECT component, state, position FROM rollout_status WHERE environment = ? ORDER BY component""")
                .params(row.name())
                .query((rollout, _) -> new RolloutRow(
                        rollout.getString("component"),
                        Json.lenient().readValue(rollout.getString("state"), RolloutState.class),
                        rollout.getLong("position")))
                .list();
        long position = row.position();
        List<EnvironmentView.ComponentState> states = new ArrayList<>();
        for (RolloutRow component : components) {
            position = Math.max(position, component.position());
            states.add(ComponentStates.of(row.state(), component.component(), component.state()));
        }
        return EnvironmentViews.of(row.state(), states, position);
    }

    /** The environment as of a position of the deployment log. */
    public EnvironmentView at(String environment, long position) {
        Versioned<EnvironmentState> state = history.stateOf(environments, environment, position);
        EnvironmentRefusals.requireExists(state.state(), environment);
        List<EnvironmentView.ComponentState> states = new ArrayList<>();
        for (String component : known(environment)) {
            Versioned<RolloutState> rollout =
                    history.stateOf(rollouts, DeploymentId.rolloutId(environment, component), position);
            if (rollout.exists()) {
                states.add(ComponentStates.of(state.state(), component, rollout.state()));
            }
        }
        return EnvironmentViews.of(state.state(), states, position);
    }

    /** Oldest first. */
    public List<RollbackPointView> points(String environment) {
        get(environment);
        return jdbc.sql("SELECT view FROM rollback_point_status WHERE environment = ? ORDER BY position")
                .params(environment)
                .query((row, _) -> Json.lenient().readValue(row.getString("view"), RollbackPointView.class))
                .list();
    }

    public EnvironmentRollbackView rollback(String rollbackId) {
        return jdbc.sql("SELECT view FROM environment_rollback_status WHERE rollback_id = ?")
                .params(rollbackId)
                .query((row, _) -> Json.lenient().readValue(row.getString("view"), EnvironmentRollbackView.class))
                .optional()
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "rollback.unknown",
                        Rejection.Kind.NOT_FOUND,
                        "There is no rollback of an environment \"" + Texts.shorten(rollbackId, 100) + "\".",
                        "Rollbacks of one component are deployments: axiom deployment get <id>")));
    }
}
