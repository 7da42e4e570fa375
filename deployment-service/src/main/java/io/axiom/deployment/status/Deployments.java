package io.axiom.deployment.status;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads deployments. */
@Component
public class Deployments {
    private final JdbcClient jdbc;

    public Deployments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param next give it as {@code cursor} for the next page; null when this was the last */
    public record Page<T>(List<T> items, @Nullable String next) {}

    private record Row(long startedPosition, DeploymentView view) {}

    public Optional<DeploymentView> find(String deploymentId) {
        return jdbc.sql("SELECT view FROM deployment_status WHERE deployment_id = ?")
                .params(deploymentId)
                .query((row, _) -> Json.lenient().readValue(row.getString("view"), DeploymentView.class))
                .optional();
    }

    public DeploymentView get(String deploymentId) {
        return find(deploymentId)
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "deployment.unknown",
                        Rejection.Kind.NOT_FOUND,
                        "There is no deployment \"" + Texts.shorten(deploymentId, 140) + "\".",
                        "List deployments with: axiom deployment list")));
    }

    /** Newest first. Null filters match everything. */
    public Page<DeploymentView> list(
            @Nullable String environment, @Nullable String component, @Nullable String status, int limit, long before) {
        List<Row> rows = jdbc.sql("""
                SELECT started_position, view FROM deployment_status
                WHERE started_position < :before
                  AND (:environment::text IS NULL OR environment = :environment)
                  AND (:component::text IS NULL OR component = :component)
                  AND (:status::text IS NULL OR status = :status)
                ORDER BY started_position DESC LIMIT :limit""")
                .param("before", before)
                .param("environment", environment)
                .param("component", component)
                .param("status", status)
                .param("limit", limit + 1)
                .query((row, _) -> new Row(
                        row.getLong("started_position"),
                        Json.lenient().readValue(row.getString("view"), DeploymentView.class)))
                .list();
        List<DeploymentView> items = new ArrayList<>();
        rows.stream().limit(limit).forEach(row -> items.add(row.view()));
        return new Page<>(
                items, rows.size() > limit ? Long.toString(rows.get(limit - 1).startedPosition()) : null);
    }
}
