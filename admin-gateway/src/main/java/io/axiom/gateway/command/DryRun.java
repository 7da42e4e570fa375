package io.axiom.gateway.command;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a deployment would do, decided by the service's own code and not stored. */
@Component
public class DryRun {
    private final ServiceJson services;
    private final ServiceCredentials credentials;

    DryRun(ServiceJson services, ServiceCredentials credentials) {
        this.services = services;
        this.credentials = credentials;
    }

    /**
     * @param previous what would be replaced
     * @param warnings what should keep one from it; null when there is nothing
     */
    public record DeploymentPlan(
            String deploymentId,
            List<PlannedStep> plan,
            Release release,
            @Nullable Release previous,
            @Nullable List<String> warnings) {}

    public record PlannedStep(int index, String description, Step step) {}

    public DeploymentPlan of(StartDeployment command, Call call) {
        ServiceJson.Answer answer = services.ask(
                Contexts.DEPLOYMENT,
                "POST",
                "/api/commands/" + MessageCatalog.nameOf(StartDeployment.class) + "?dryRun=true",
                credentials.headers(call.actor()),
                Json.mapper().writeValueAsBytes(command),
                java.time.Duration.ofSeconds(10));
        if (answer.status() / 100 != 2) {
            throw ServiceJson.refusal(Contexts.DEPLOYMENT, answer);
        }
        for (JsonNode event : answer.body().path("events")) {
            if (event.path("type").asString("").equals(MessageCatalog.nameOf(DeploymentStarted.class))) {
                return plan(Json.lenient().treeToValue(event.path("event"), DeploymentStarted.class));
            }
        }
        throw new IllegalStateException("The dry run of " + command.aggregateId() + " started no deployment");
    }

    private static DeploymentPlan plan(DeploymentStarted started) {
        List<PlannedStep> steps = new ArrayList<>();
        for (Step step : started.plan()) {
            steps.add(new PlannedStep(steps.size(), step.describe(), step));
        }
        return new DeploymentPlan(
                started.deploymentId(), steps, started.release(), started.previous(), started.warnings());
    }
}
