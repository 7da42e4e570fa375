package io.axiom.gateway.registry;

import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.version.comparison.VersionComparison;
import io.axiom.language.version.resolution.ResolutionRequest;
import io.axiom.language.version.resolution.ResolutionView;
import io.axiom.language.version.upgrade.Compatibility;
import io.axiom.language.version.upgrade.CompatibilityMatrix;
import io.axiom.language.version.upgrade.UpgradePath;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** What goes together, and how to get from one version to another. */
@Component
final class UpgradeQuestionRoutes implements Routes {
    private final Forwarding forwarding;
    private final Usage usage;

    UpgradeQuestionRoutes(Forwarding forwarding, Usage usage) {
        this.forwarding = forwarding;
        this.usage = usage;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                pair("/compatibility", "Whether one version can take another's place, and on what evidence.")
                        .answers(200, Compatibility.class, "The answer, and what it rests on.")
                        .by(this::forward),
                Endpoint.get(
                                VersionRoutes.COMPONENT + "/compatibility/matrix",
                                VersionRoutes.TAG,
                                "The compatibility of every version with every other.")
                        .query("versions", "string", "Only versions in this range, for example >=1.2.0.")
                        .answers(200, CompatibilityMatrix.class, "A row per version, a letter per pair.")
                        .by(this::forward),
                pair("/upgrade-path", "The way from one version up to another, through required stops.")
                        .query("prefer", "string", "fewest-hops or lowest-risk; lowest-risk when left out.")
                        .query("compatibleOnly", "boolean", "Whether no step may break.")
                        .answers(200, UpgradePath.class, "The versions on the way, and what each step takes.")
                        .by(this::forward),
                pair("/compare", "Two versions side by side: changelog, surfaces, dependencies, usage.")
                        .answers(200, VersionComparison.class, "The comparison.")
                        .by(call -> forwarding.forward(Contexts.VERSION, call, usage::addTo)),
                Endpoint.ask(
                                "/api/versioning/resolve-conflicts",
                                VersionRoutes.TAG,
                                "A set of versions in which every dependency holds, or why there is none.")
                        .body(ResolutionRequest.class)
                        .answers(200, ResolutionView.class, "The set, or the explanation.")
                        .by(call -> forwarding.forwardBody(Contexts.VERSION, call)));
    }

    private static Endpoint pair(String path, String summary) {
        return Endpoint.get(VersionRoutes.COMPONENT + path, VersionRoutes.TAG, summary)
                .required("from", "string", "The version gone from.")
                .required("to", "string", "The version gone to.");
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.VERSION, call);
    }
}
