package io.axiom.gateway.deployment;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.command.Emergency;
import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.PageOf;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.Reply;
import io.axiom.language.deployment.EnvironmentCommand.DeleteRollbackPoint;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.request.ComponentRollbackRequest;
import io.axiom.language.deployment.request.EmergencyRollbackRequest;
import io.axiom.language.deployment.request.EnvironmentRollbackRequest;
import io.axiom.language.deployment.request.RollbackPointRequest;
import io.axiom.language.deployment.view.EnvironmentRollbackView;
import io.axiom.language.deployment.view.RollbackPointView;
import io.axiom.language.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Going back: plans, rollbacks, rollback points, and break glass. */
@Component
final class RollbackRoutes implements Routes {
    private static final String TAG = "rollback";
    private static final String ENVIRONMENT = "/api/environments/{environment}";
    private static final String POINTS = ENVIRONMENT + "/rollback-points";

    private final Dispatch dispatch;
    private final Emergency emergency;
    private final Forwarding forwarding;
    private final ServiceJson services;

    RollbackRoutes(Dispatch dispatch, Emergency emergency, Forwarding forwarding, ServiceJson services) {
        this.dispatch = dispatch;
        this.emergency = emergency;
        this.forwarding = forwarding;
        this.services = services;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ENVIRONMENT + "/rollback-plan", TAG, "What going back would do, with the plan's hash.")
                        .query(
                                "to",
                                "string",
                                "previous (the default), latest, a rollback point, a position or an instant.")
                        .query("component", "string", "Only this component.")
                        .query(
                                "schema",
                                "string",
                                "The worst way back gone for migrations: keep, lossless (the default), loses-later-data, irreversible.")
                        .answers(200, RollbackPlan.class, "The plan.")
                        .by(this::forward),
                Endpoint.post(ENVIRONMENT + "/rollback", TAG, "Put an environment back to a moment.")
                        .body(EnvironmentRollbackRequest.class)
                        .answers(200, RollbackPlan.class, "The plan of a dry run; nothing happened.")
                        .answers(201, Answer.Accepted.class, "Started; see Location.")
                        .by(this::rollBack),
                Endpoint.post(
                                ENVIRONMENT + "/components/{component}/rollback",
                                TAG,
                                "Put one component's release back.")
                        .body(ComponentRollbackRequest.class)
                        .answers(201, Answer.Accepted.class, "Started; see Location.")
                        .by(this::rollBackComponent),
                Endpoint.get("/api/rollbacks/{rollbackId}", TAG, "One rollback of an environment.")
                        .answers(200, EnvironmentRollbackView.class, "The rollback.")
                        .by(this::forward),
                Endpoint.post("/api/rollback/emergency", TAG, "Break glass: take back whatever was rolled out last.")
                        .body(EmergencyRollbackRequest.class)
                        .answers(201, Answer.Accepted.class, "Started; see Location.")
                        .by(emergency::rollBack),
                Endpoint.get(POINTS, TAG, "The rollback points of an environment, the newest first.")
                        .paged()
                        .answers(200, new PageOf(RollbackPointView.class), "Rollback points.")
                        .by(this::forward),
                Endpoint.post(POINTS, TAG, "Name a moment to go back to.")
                        .body(RollbackPointRequest.class)
                        .answers(201, Answer.Accepted.class, "Created.")
                        .by(this::createPoint),
                Endpoint.changing(HttpMethod.DELETE, POINTS + "/{rollbackPointId}", TAG, "Delete a rollback point.")
                        .query("reason", "string", "Why.")
                        .answers(200, Answer.Accepted.class, "Deleted.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.DEPLOYMENT,
                                new DeleteRollbackPoint(
                                        call.path("environment"),
                                        call.path("rollbackPointId"),
                                        call.query("reason")))));
    }

    private ServerResponse rollBack(Call call) {
        EnvironmentRollbackRequest request = call.body(EnvironmentRollbackRequest.class);
        if (!Boolean.TRUE.equals(request.dryRun())) {
            return dispatch.send(
                    call, Contexts.DEPLOYMENT, request.toCommand(call.path("environment")), RollbackRoutes::location);
        }
        String component = request.component();
        SchemaRollback schema = request.schema();
        String path = Forwarding.path(call, ENVIRONMENT + "/rollback-plan") + "?to="
                + Forwarding.parameter(request.to() == null ? "previous" : request.to())
                + (component == null ? "" : "&component=" + Forwarding.parameter(component))
                + (schema == null ? "" : "&schema=" + schema.word());
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.mapper()
                        .writeValueAsBytes(services.get(Contexts.DEPLOYMENT, path, java.time.Duration.ofSeconds(8))));
    }

    private ServerResponse rollBackComponent(Call call) {
        ComponentRollbackRequest request = call.body(ComponentRollbackRequest.class);
        return dispatch.send(
                call,
                Contexts.DEPLOYMENT,
                request.toCommand(call.path("environment"), call.path("component")),
                accepted -> "/api/deployments/" + accepted.result().getOrDefault("rollbackId", ""));
    }

    private ServerResponse createPoint(Call call) {
        return dispatch.send(
                call,
                Contexts.DEPLOYMENT,
                call.body(RollbackPointRequest.class).toCommand(call.path("environment")),
                _ -> Forwarding.path(call, POINTS));
    }

    private static @Nullable String location(Reply.Accepted accepted) {
        String rollbackId = accepted.result().get("rollbackId");
        return rollbackId == null ? null : "/api/rollbacks/" + rollbackId;
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.DEPLOYMENT, call);
    }
}
