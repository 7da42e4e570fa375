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
import io.axiom.language.version.VersionView;
import io.axiom.language.version.request.ComponentRequest;
import io.axiom.language.version.request.RetireRequest;
import io.axiom.language.version.request.VersionRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/components}. */
@Component
final class VersionRoutes implements Routes {
    private static final String TAG = "versions";
    private static final String COMPONENT = "/api/components/{component}";
    private static final String VERSION = COMPONENT + "/versions/{version}";

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
                Endpoint.get(COMPONENT + "/versions", TAG, "A component's versions.")
                        .paged()
                        .answers(200, new PageOf(VersionView.class), "Versions, the highest first.")
                        .by(this::forward),
                Endpoint.post(COMPONENT + "/versions", TAG, "Create a version: explicit, or by increment.")
                        .body(VersionRequest.class)
                        .answers(201, Answer.Accepted.class, "Created.")
                        .by(this::create),
                Endpoint.get(VERSION, TAG, "One version.")
                        .answers(200, VersionView.class, "The version.")
                        .by(this::forward),
                Endpoint.post(VERSION + "/deprecate", TAG, "Say that a version should no longer be used.")
                        .body(RetireRequest.class)
                        .answers(200, Answer.Accepted.class, "Deprecated.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.VERSION,
                                body(call).toDeprecate(call.path("component"), call.path("version")))),
                Endpoint.post(VERSION + "/yank", TAG, "Withdraw a version: it can no longer be deployed.")
                        .body(RetireRequest.class)
                        .answers(200, Answer.Accepted.class, "Yanked.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.VERSION,
                                body(call).toYank(call.path("component"), call.path("version")))));
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

    private static RetireRequest body(Call call) {
        return call.body(RetireRequest.class);
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.VERSION, call);
    }
}
