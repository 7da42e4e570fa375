package io.axiom.deployment.status;

import io.axiom.deployment.environment.EnvironmentDecider;
import io.axiom.deployment.environment.EnvironmentState;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.EnvironmentEvent.ComponentPutBack;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentCreated;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackCompleted;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackFailed;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentRollbackStarted;
import io.axiom.language.deployment.EnvironmentEvent.PolicyChanged;
import io.axiom.language.deployment.EnvironmentEvent.RollbackPointCreated;
import io.axiom.language.deployment.EnvironmentEvent.RollbackPointDeleted;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.EnvironmentRollbackView;
import io.axiom.language.deployment.view.RollbackPointView;
import io.axiom.language.json.Json;
import io.axiom.runtime.log.History;
import io.axiom.runtime.projection.Projection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each environment's state, its rollback points and its rollbacks. */
@Component
class EnvironmentProjection implements Projection {
    private final JdbcClient jdbc;
    private final History history;
    private final EnvironmentDecider environments = new EnvironmentDecider();
    private final RolloutDecider rollouts = new RolloutDecider();

    EnvironmentProjection(JdbcClient jdbc, History history, StatusTables tablesExist) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Override
    public String name() {
        return "environment-status";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.DEPLOYMENT);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (!(recorded.event() instanceof EnvironmentEvent event)) {
            return;
        }
        EnvironmentState state = environments.evolve(read(recorded.aggregateId()), event);
        jdbc.sql("""
                INSERT INTO environment_status (environment, state, created_by, position) VALUES (?, ?, ?, ?)
                ON CONFLICT (environment) DO UPDATE SET state = excluded.state, position = excluded.position""")
                .params(
                        recorded.aggregateId(), Json.mapper().writeValueAsString(state),
                        recorded.metadata().actor().name(), recorded.position())
                .update();
        switch (event) {
            case RollbackPointCreated e -> pointCreated(e, recorded.position());
            case RollbackPointDeleted e ->
                jdbc.sql("DELETE FROM rollback_point_status WHERE environment = ? AND rollback_point_id = ?")
                        .params(e.environment(), e.rollbackPointId())
                        .update();
            case EnvironmentRollbackStarted e -> rollbackStarted(e, recorded.position());
            case ComponentPutBack e ->
                change(
                        e.rollbackId(),
                        DeploymentStatus.ROLLING_BACK,
                        e.component(),
                        e.runId(),
                        null,
                        null,
                        recorded.position());
            case EnvironmentRollbackCompleted e ->
                change(e.rollbackId(), DeploymentStatus.COMPLETED, null, null, null, e.at(), recorded.position());
            case EnvironmentRollbackFailed e ->
                change(e.rollbackId(), DeploymentStatus.FAILED, null, null, e.cause(), e.at(), recorded.position());
            case EnvironmentCreated _, PolicyChanged _ -> {}
        }
    }

    private EnvironmentState read(String environment) {
        return jdbc.sql("SELECT state FROM environment_status WHERE environment = ?")
                .params(environment)
                .query((row, _) -> Json.lenient().readValue(row.getString("state"), EnvironmentState.class))
                .optional()
                .orElse(environments.initial());
    }

    private void pointCreated(RollbackPointCreated e, long position) {
        RollbackPointView view = new RollbackPointView(
                e.rollbackPointId(),
                e.environment(),
                e.description(),
                e.cut(),
                e.deploymentId(),
                versions(e.environment(), e.cut().position(Contexts.DEPLOYMENT)),
                e.by(),
                e.at());
        jdbc.sql(
                        "INSERT INTO rollback_point_status (environment, rollback_point_id, view, position) VALUES (?, ?, ?, ?)")
                .params(e.environment(), e.rollbackPointId(), Json.mapper().writeValueAsString(view), position)
                .update();
    }

    /** Versions that ran at a moment; read from the log, so it does not matter how far other projections are. */
    private Map<String, String> versions(String environment, long asOf) {
        Map<String, String> versions = new TreeMap<>();
        List<String> components = jdbc.sql("SELECT component FROM rollout_status WHERE environment = ?")
                .params(environment)
                .query(String.class)
                .list();
        for (String component : components) {
            RolloutState state = history.stateOf(rollouts, DeploymentId.rolloutId(environment, component), asOf)
                    .state();
            if (state.live() != null) {
                versions.put(component, state.live().version());
            }
        }
        return versions;
    }

    private void rollbackStarted(EnvironmentRollbackStarted e, long position) {
        EnvironmentRollbackView view = new EnvironmentRollbackView(
                e.rollbackId(),
                e.environment(),
                DeploymentStatus.ROLLING_BACK,
                e.plan(),
                e.emergency(),
                Map.of(),
                null,
                e.requestedBy(),
                e.reason(),
                e.at(),
                null,
                position);
        jdbc.sql(
                        "INSERT INTO environment_rollback_status (rollback_id, environment, view, position) VALUES (?, ?, ?, ?)")
                .params(e.rollbackId(), e.environment(), Json.mapper().writeValueAsString(view), position)
                .update();
    }

    private void change(
            String rollbackId,
            DeploymentStatus status,
            @Nullable String component,
            @Nullable String runId,
            @Nullable Cause error,
            @Nullable Instant endedAt,
            long position) {
        EnvironmentRollbackView was = jdbc.sql("SELECT view FROM environment_rollback_status WHERE rollback_id = ?")
                .params(rollbackId)
                .query((row, _) -> Json.lenient().readValue(row.getString("view"), EnvironmentRollbackView.class))
                .single();
        Map<String, String> components = new HashMap<>(was.components());
        if (component != null) {
            components.put(component, runId == null ? "" : runId);
        }
        EnvironmentRollbackView view = new EnvironmentRollbackView(
                was.rollbackId(),
                was.environmentId(),
                status,
                was.plan(),
                was.emergency(),
                components,
                error,
                was.requestedBy(),
                was.reason(),
                was.startedAt(),
                endedAt,
                position);
        jdbc.sql("UPDATE environment_rollback_status SET view = ?, position = ? WHERE rollback_id = ?")
                .params(Json.mapper().writeValueAsString(view), position, rollbackId)
                .update();
    }
}
