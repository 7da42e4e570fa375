package io.axiom.gateway.registry;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.PageOf;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.version.ComponentView;
import io.axiom.language.version.HistoryView;
import io.axiom.language.version.VersionView;
import io.axiom.language.version.request.ComponentRequest;
import io.axiom.language.version.request.PolicyRequest;
import io.axiom.language.version.request.VersionRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/components}: what there is, and making more of it. */
@Component
final class VersionRoutes implements Routes {
    static final String TAG = "versions";
    static final String COMPONENT = "/api/components/{component}";
    static final String VERSION = COMPONENT + "/versions/{version}";

    private final Dispatch dispatch;
    private final Forwarding forwarding;

    VersionRoutes(Dispatch dispatch, Forwarding forwarding) {
        this.dispatch = dispatch;
        this.forwarding = forwarding;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/components", TAG, "The registered components.")
                        .paged()
                        .answers(200, new PageOf(ComponentView.class), "Components by name.")
                        .by(this::forward),
                Endpoint.post("/api/components", TAG, "Register a component.")
                        .body(ComponentRequest.class)
                        .answers(201, Answer.Accepted.class, "Registered.")
                        .by(this::register),
                Endpoint.get(COMPONENT, TAG, "One component.")
                        .answers(200, ComponentView.class, "The component.")
                        .by(this::forward),
                Endpoint.changing(
                                HttpMethod.PUT,
                                COMPONENT + "/policy",
                                TAG,
                                "Say what happens when a version claims less than was detected.")
                        .body(PolicyRequest.class)
                        .answers(200, Answer.Accepted.class, "Set.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.VERSION,
                                call.body(PolicyRequest.class).toCommand(call.path("component")))),
                Endpoint.get(COMPONENT + "/history", TAG, "What happened to a component.")
                        .paged()
                        .query("version", "string", "Only what is about this version.")
                        .answers(200, new PageOf(HistoryView.class), "What happened, the newest first.")
                        .by(this::forward),
                Endpoint.get(COMPONENT + "/versions", TAG, "A component's versions.")
                        .paged()
                        .answers(200, new PageOf(VersionView.class), "Versions, the newest first.")
                        .by(this::forward),
                Endpoint.post(
                                COMPONENT + "/versions",
                                TAG,
                                "Create a version: explicit, by increment, or by what commits and surfaces ask for.")
                        .body(VersionRequest.class)
                        .answers(201, Answer.Accepted.class, "Created.")
                        .by(this::create),
                Endpoint.get(VERSION, TAG, "One version.")
                        .answers(200, VersionView.class, "The version.")
                        .by(this::forward));
    }

    private ServerResponse register(Call call) {
        var command = call.body(ComponentRequest.class).toCommand();
        return dispatch.send(call, Contexts.VERSION, command, _ -> "/api/components/" + command.component());
    }

    private ServerResponse create(Call call) {
        String component = call.path("component");
        var command = call.body(VersionRequest.class).toCommand(component);
        return dispatch.send(call, Contexts.VERSION, command, accepted -> {
            String version = accepted.result().getOrDefault("version", command.version());
            return Forwarding.path(call, COMPONENT) + "/versions"
                    + (version == null ? "" : '/' + Forwarding.segment(version));
        });
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.VERSION, call);
    }
}
