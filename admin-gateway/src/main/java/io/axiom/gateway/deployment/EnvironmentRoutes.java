package io.axiom.gateway.deployment;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.PageOf;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.Role;
import io.axiom.language.deployment.EnvironmentCommand.ChangePolicy;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.request.EnvironmentRequest;
import io.axiom.language.deployment.view.EnvironmentView;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/environments}. */
@Component
final class EnvironmentRoutes implements Routes {
    private static final String TAG = "environments";
    private static final String ENVIRONMENT = "/api/environments/{environment}";

    private final Dispatch dispatch;
    private final Forwarding forwarding;

    EnvironmentRoutes(Dispatch dispatch, Forwarding forwarding) {
        this.dispatch = dispatch;
        this.forwarding = forwarding;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/environments", TAG, "The environments and what runs in them.")
                        .paged()
                        .answers(200, new PageOf(EnvironmentView.class), "Environments by name.")
                        .by(this::forward),
                Endpoint.post("/api/environments", TAG, "Create an environment.")
                        .role(Role.ADMIN)
                        .body(EnvironmentRequest.class)
                        .answers(201, Answer.Accepted.class, "Created.")
                        .by(this::create),
                Endpoint.get(ENVIRONMENT, TAG, "One environment, now or as of a moment.")
                        .query("at", "string", "A position of the deployment log, or an instant (ISO 8601).")
                        .answers(200, EnvironmentView.class, "The environment.")
                        .by(this::forward),
                Endpoint.changing(
                                HttpMethod.PUT,
                                ENVIRONMENT + "/policy",
                                TAG,
                                "Set an environment's defaults and limits.")
                        .role(Role.ADMIN)
                        .body(Policy.class)
                        .answers(200, Answer.Accepted.class, "Set.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.DEPLOYMENT,
                                new ChangePolicy(call.path("environment"), call.body(Policy.class)))));
    }

    private ServerResponse create(Call call) {
        var command = call.body(EnvironmentRequest.class).toCommand();
        return dispatch.send(call, Contexts.DEPLOYMENT, command, _ -> "/api/environments/" + command.environmentId());
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.DEPLOYMENT, call);
    }
}
