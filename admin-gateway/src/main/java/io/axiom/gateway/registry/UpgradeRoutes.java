package io.axiom.gateway.registry;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.PageOf;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.version.ChannelView;
import io.axiom.language.version.CompatibilityView;
import io.axiom.language.version.TestResultView;
import io.axiom.language.version.request.ChannelRequest;
import io.axiom.language.version.request.CompatibilityRequest;
import io.axiom.language.version.request.TestResultRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Channels, and what is known about going from one version to another. */
@Component
final class UpgradeRoutes implements Routes {
    private static final String CHANNELS = VersionRoutes.COMPONENT + "/channels";
    private static final String COMPATIBILITY = VersionRoutes.COMPONENT + "/compatibility";
    private static final String TEST_RESULTS = VersionRoutes.COMPONENT + "/test-results";

    private final Dispatch dispatch;
    private final Forwarding forwarding;

    UpgradeRoutes(Dispatch dispatch, Forwarding forwarding) {
        this.dispatch = dispatch;
        this.forwarding = forwarding;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(CHANNELS, VersionRoutes.TAG, "A component's channels.")
                        .answers(200, new PageOf(ChannelView.class), "Channels by name.")
                        .by(this::forward),
                Endpoint.changing(
                                HttpMethod.PUT,
                                CHANNELS + "/{channel}",
                                VersionRoutes.TAG,
                                "Move a channel to a version, making the channel if need be.")
                        .body(ChannelRequest.class)
                        .answers(200, Answer.Accepted.class, "Moved.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.VERSION,
                                call.body(ChannelRequest.class)
                                        .toCommand(call.path("component"), call.path("channel")))),
                pairs(Endpoint.get(
                                COMPATIBILITY + "/declared",
                                VersionRoutes.TAG,
                                "What was declared about going between versions."))
                        .answers(200, new PageOf(CompatibilityView.class), "Declarations, the newest first.")
                        .by(this::forward),
                Endpoint.post(
                                COMPATIBILITY,
                                VersionRoutes.TAG,
                                "Declare how compatible two versions are; it wins over rules and detected changes.")
                        .body(CompatibilityRequest.class)
                        .answers(200, Answer.Accepted.class, "Declared.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.VERSION,
                                call.body(CompatibilityRequest.class).toCommand(call.path("component")))),
                pairs(Endpoint.get(TEST_RESULTS, VersionRoutes.TAG, "Recorded tests of going between versions."))
                        .answers(200, new PageOf(TestResultView.class), "Results, the newest first.")
                        .by(this::forward),
                Endpoint.post(TEST_RESULTS, VersionRoutes.TAG, "Record how a test of going between versions ended.")
                        .body(TestResultRequest.class)
                        .answers(200, Answer.Accepted.class, "Recorded.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.VERSION,
                                call.body(TestResultRequest.class).toCommand(call.path("component")))));
    }

    private static Endpoint pairs(Endpoint endpoint) {
        return endpoint.paged()
                .query("from", "string", "Only going from this version.")
                .query("to", "string", "Only going to this version.");
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.VERSION, call);
    }
}
