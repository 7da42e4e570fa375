package io.axiom.deployment.status;

import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.json.Json;
import io.axiom.runtime.projection.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each rollout's state and each deployment's view. The state is folded by the very function the decisions use. */
@Component
class RolloutProjection implements Projection {
    private final JdbcClient jdbc;
    private final RolloutDecider rollouts = new RolloutDecider();

    RolloutProjection(JdbcClient jdbc, StatusTables tablesExist) {
        this.jdbc = jdbc;
    }

    private record Row(RolloutState state, List<String> runs) {}

    @Override
    public String name() {
        return "rollout-status";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.DEPLOYMENT);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (!(recorded.event() instanceof RolloutEvent event)) {
            return;
        }
        Row before = read(recorded.aggregateId());
        RolloutState after = rollouts.evolve(before.state(), event);
        List<String> runs = runs(after, before.runs());
        store(recorded, after, runs);
        ViewFold fold = new ViewFold(event, before.state(), after, recorded.position(), recorded.time());
        fold.begun().ifPresent(view -> insert(view, recorded.position()));
        for (String run : runs) {
            view(run).ifPresent(view -> update(fold.apply(view)));
        }
    }

    /** The run under way and the deployment it takes back; when idle, those of the last run, which go on being kept up to date. */
    private static List<String> runs(RolloutState state, List<String> last) {
        Run run = state.activity() instanceof Stuck stuck ? stuck.run() : state.run();
        if (run == null) {
            return last;
        }
        List<String> runs = new ArrayList<>(List.of(run.runId()));
        if (run instanceof RollingBack back && back.takenBack() != null) {
            runs.add(back.takenBack());
        }
        return runs;
    }

    private Row read(String rolloutId) {
        return jdbc.sql("SELECT state, runs FROM rollout_status WHERE rollout_id = ?")
                .params(rolloutId)
                .query((row, _) -> new Row(
                        Json.lenient().readValue(row.getString("state"), RolloutState.class),
                        Arrays.asList((String[]) row.getArray("runs").getArray())))
                .optional()
                .orElse(new Row(rollouts.initial(), List.of()));
    }

    private void store(RecordedEvent recorded, RolloutState state, List<String> runs) {
        jdbc.sql("""
                INSERT INTO rollout_status (rollout_id, environment, component, busy, state, runs, position)
                VALUES (:id, :environment, :component, :busy, :state, string_to_array(:runs, ' '), :position)
                ON CONFLICT (rollout_id) DO UPDATE
                SET busy = excluded.busy, state = excluded.state, runs = excluded.runs, position = excluded.position""")
                .param("id", recorded.aggregateId())
                .param("environment", state.environment())
                .param("component", state.component())
                .param("busy", !(state.activity() instanceof RolloutState.Idle))
                .param("state", Json.mapper().writeValueAsString(state))
                .param("runs", String.join(" ", runs))
                .param("position", recorded.position())
                .update();
    }

    private Optional<DeploymentView> view(String deploymentId) {
        return jdbc.sql("SELECT view FROM deployment_status WHERE deployment_id = ?")
                .params(deploymentId)
                .query((row, _) -> Json.lenient().readValue(row.getString("view"), DeploymentView.class))
                .optional();
    }

    private void insert(DeploymentView view, long position) {
        jdbc.sql("""
                INSERT INTO deployment_status (deployment_id, environment, component, status, started_position, view)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        view.deploymentId(),
                        view.environmentId(),
                        view.component(),
                        view.status().word(),
                        position,
                        Json.mapper().writeValueAsString(view))
                .update();
    }

    private void update(DeploymentView view) {
        jdbc.sql("UPDATE deployment_status SET status = ?, view = ? WHERE deployment_id = ?")
                .params(view.status().word(), Json.mapper().writeValueAsString(view), view.deploymentId())
                .update();
    }
}
