package io.axiom.gateway.deployment;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.command.DryRun;
import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.PageOf;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.Role;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.request.DeploymentActionRequest;
import io.axiom.language.deployment.request.DeploymentActionRequest.Action;
import io.axiom.language.deployment.request.StartDeploymentRequest;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/deployments}, and {@code /api/deployment/{id}} as the source document writes it. */
@Component
final class DeploymentRoutes implements Routes {
    private static final String TAG = "deployments";
    private static final String DEPLOYMENT = "/api/deployments/{deploymentId}";

    private final Dispatch dispatch;
    private final DryRun dryRun;
    private final Forwarding forwarding;
    private final Registry registry;

    DeploymentRoutes(Dispatch dispatch, DryRun dryRun, Forwarding forwarding, Registry registry) {
        this.dispatch = dispatch;
        this.dryRun = dryRun;
        this.forwarding = forwarding;
        this.registry = registry;
    }

    @Override
    public List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>(List.of(
                Endpoint.get("/api/deployments", TAG, "Deployments and rollbacks, the newest first.")
                        .query("environment", "string", "Only of this environment.")
                        .query("component", "string", "Only of this component.")
                        .query("status", "string", "Only with this status, for example in_progress.")
                        .paged()
                        .answers(200, new PageOf(DeploymentView.class), "Deployments.")
                        .by(this::forward),
                Endpoint.post("/api/deployments", TAG, "Deploy a version; with dryRun, show the plan.")
                        .query("dryRun", "boolean", "The same as the field.")
                        .body(StartDeploymentRequest.class)
                        .answers(200, DryRun.DeploymentPlan.class, "The plan of a dry run; nothing happened.")
                        .answers(201, Answer.Accepted.class, "Started; it goes on by itself, see Location.")
                        .by(this::start),
                Endpoint.get(DEPLOYMENT, TAG, "One deployment or rollback.")
                        .answers(200, DeploymentView.class, "The deployment.")
                        .by(this::forward),
                Endpoint.get(
                                "/api/deployment/{deploymentId}",
                                TAG,
                                "One deployment, as the source document asks for it.")
                        .answers(200, DeploymentView.class, "The deployment.")
                        .by(this::forward),
                Endpoint.get(DEPLOYMENT + "/events", TAG, "A deployment's progress as server-sent events.")
                        .header("Last-Event-ID", "The position after which to go on.")
                        .answers(
                                200,
                                "text/event-stream",
                                DeploymentView.class,
                                "Event id = position; data = the deployment after it. Ends when the deployment has.")
                        .by(this::forward)));
        for (Action action : Action.values()) {
            endpoints.add(action(action));
        }
        return endpoints;
    }

    private Endpoint action(Action action) {
        String summary = switch (action) {
            case PROMOTE -> "End the current wait; with full, every wait that is left.";
            case PAUSE -> "Stop going forward until resumed.";
            case RESUME -> "Go on after a pause.";
            case ABORT -> "Stop going forward and put the release before it back.";
            case RETRY -> "Try the failed step again.";
            case APPROVE -> "Approve a deployment that waits for it; never one's own.";
        };
        return Endpoint.post(DEPLOYMENT + '/' + action.name().toLowerCase(Locale.ROOT), TAG, summary)
                .role(action == Action.APPROVE ? Role.APPROVER : Role.OPERATOR)
                .body(DeploymentActionRequest.class)
                .answers(200, Answer.Accepted.class, "Done, or under way.")
                .by(call -> dispatch.send(
                        call,
                        Contexts.DEPLOYMENT,
                        call.body(DeploymentActionRequest.class).toCommand(action, call.path("deploymentId"))));
    }

    private ServerResponse start(Call call) {
        StartDeploymentRequest request = call.body(StartDeploymentRequest.class);
        String only = request.component() == null ? registry.onlyComponent() : null;
        StartDeployment command = request.toCommand(only);
        // A version created a moment ago must be one deployment-service has heard of.
        registry.letDeploymentsCatchUp();
        if (Boolean.TRUE.equals(request.dryRun()) || "true".equals(call.query("dryRun"))) {
            return ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Json.mapper().writeValueAsBytes(dryRun.of(command, call)));
        }
        return dispatch.send(
                call,
                Contexts.DEPLOYMENT,
                command,
                accepted -> "/api/deployments/" + accepted.result().getOrDefault("deploymentId", ""));
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.DEPLOYMENT, call);
    }
}
