package io.axiom.gateway.registry;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.PageOf;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.version.ArtifactVerification;
import io.axiom.language.version.Changelog;
import io.axiom.language.version.request.TemplateRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** What is in a version: its changelog, how that looks, and its artifacts. */
@Component
final class ContentRoutes implements Routes {
    private final Dispatch dispatch;
    private final Forwarding forwarding;

    ContentRoutes(Dispatch dispatch, Forwarding forwarding) {
        this.dispatch = dispatch;
        this.forwarding = forwarding;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                changelog(Endpoint.get(
                                VersionRoutes.COMPONENT + "/changelog",
                                VersionRoutes.TAG,
                                "What changed between two versions.")
                        .query("from", "string", "The version one has; the beginning when left out.")
                        .query("to", "string", "The version one gets; the highest release when left out.")),
                changelog(Endpoint.get(
                        VersionRoutes.VERSION + "/changelog", VersionRoutes.TAG, "What changed in a version.")),
                Endpoint.get(
                                VersionRoutes.VERSION + "/artifacts",
                                VersionRoutes.TAG,
                                "Whether a version's artifacts are still what they were recorded as.")
                        .answers(200, new PageOf(ArtifactVerification.class), "Each artifact, and what was found.")
                        .by(this::forward),
                Endpoint.changing(
                                HttpMethod.PUT,
                                VersionRoutes.COMPONENT + "/changelog-template",
                                VersionRoutes.TAG,
                                "Replace the Mustache template of a component's changelogs, or return to the usual one.")
                        .body(TemplateRequest.class)
                        .answers(200, Answer.Accepted.class, "Replaced.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.VERSION,
                                call.body(TemplateRequest.class).toCommand(call.path("component")))));
    }

    private Endpoint changelog(Endpoint endpoint) {
        return endpoint.query("format", "string", "json, or markdown; json when left out.")
                .query("web", "string", "The repository's page, for links; what is known of it when left out.")
                .answers(200, Changelog.class, "The changelog.")
                .answers(200, "text/markdown", null, "The changelog, as its template writes it.")
                .by(this::forward);
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.VERSION, call);
    }
}
