package io.axiom.gateway.command;

import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.proxy.ServiceCredentials;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.gateway.route.Call;
import io.axiom.language.Contexts;
import io.axiom.language.MessageCatalog;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.language.deployment.Step;
import io.axiom.language.json.Json;
import io.axiom.language.migration.SchemaLevel;
import io.axiom.language.migration.request.MigrateRequest;
import io.axiom.language.migration.view.MigrationPlanView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a deployment would do, decided by the service's own code and not stored. */
@Component
public class DryRun {
    /** Every way back is proven first. */
    private static final Duration PLANNED_WITHIN = Duration.ofMinutes(2);

    private final ServiceJson services;
    private final ServiceCredentials credentials;

    DryRun(ServiceJson services, ServiceCredentials credentials) {
        this.services = services;
        this.credentials = credentials;
    }

    /**
     * @param previous what would be replaced
     * @param migrations what would be done to databases first; null when nothing would
     * @param warnings what should keep one from it; null when there is nothing
     */
    public record DeploymentPlan(
            String deploymentId,
            List<PlannedStep> plan,
            Release release,
            @Nullable Release previous,
            @Nullable List<MigrationPlanView> migrations,
            @Nullable List<String> warnings) {}

    public record PlannedStep(int index, String description, Step step) {}

    public DeploymentPlan of(StartDeployment command, Call call) {
        ServiceJson.Answer answer = services.ask(
                Contexts.DEPLOYMENT,
                "POST",
                "/api/commands/" + MessageCatalog.nameOf(StartDeployment.class) + "?dryRun=true",
                credentials.headers(call.actor()),
                Json.mapper().writeValueAsBytes(command),
                Duration.ofSeconds(10));
        for (JsonNode event : ServiceJson.accepted(Contexts.DEPLOYMENT, answer).path("events")) {
            if (event.path("type").asString("").equals(MessageCatalog.nameOf(DeploymentStarted.class))) {
                return plan(call, Json.lenient().treeToValue(event.path("event"), DeploymentStarted.class));
            }
        }
        throw new IllegalStateException("The dry run of " + command.aggregateId() + " started no deployment");
    }

    private DeploymentPlan plan(Call call, DeploymentStarted started) {
        List<PlannedStep> steps = new ArrayList<>();
        for (Step step : started.plan()) {
            steps.add(new PlannedStep(steps.size(), step.describe(), step));
        }
        List<MigrationPlanView> migrations = migrations(call, started);
        return new DeploymentPlan(
                started.deploymentId(),
                steps,
                started.release(),
                started.previous(),
                migrations.isEmpty() ? null : migrations,
                started.warnings());
    }

    /** As migration-service plans them now, with their ways back. */
    private List<MigrationPlanView> migrations(Call call, DeploymentStarted started) {
        List<MigrationPlanView> plans = new ArrayList<>();
        for (Step step : started.plan()) {
            if (step instanceof Step.Migrate migrate) {
                started.release()
                        .schemas(migrate.database(), started.environment())
                        .forEach(need -> plans.add(migrations(call, migrate.database(), need)));
            }
        }
        return plans;
    }

    private MigrationPlanView migrations(Call call, String database, SchemaLevel need) {
        MigrateRequest request = new MigrateRequest(need.source(), need.level(), null, null, null, true, null);
        ServiceJson.Answer answer = services.ask(
                Contexts.MIGRATION,
                "POST",
                "/api/databases/" + Forwarding.segment(database) + "/migrate",
                credentials.headers(call.actor()),
                Json.mapper().writeValueAsBytes(request),
                PLANNED_WITHIN);
        return Json.lenient().treeToValue(ServiceJson.accepted(Contexts.MIGRATION, answer), MigrationPlanView.class);
    }
}
