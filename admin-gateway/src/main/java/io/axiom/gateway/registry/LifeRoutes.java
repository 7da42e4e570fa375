package io.axiom.gateway.registry;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.request.EndRequest;
import io.axiom.language.version.request.RetireRequest;
import io.axiom.language.version.request.StopRequest;
import io.axiom.language.version.request.TagRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What becomes of one version. */
@Component
final class LifeRoutes implements Routes {
    private final Dispatch dispatch;

    LifeRoutes(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                command(
                        "deprecate",
                        "Say that a version should no longer be used, at once or from a day on.",
                        RetireRequest.class,
                        "Deprecated.",
                        call -> call.body(RetireRequest.class)
                                .toDeprecate(call.path("component"), call.path("version"))),
                command(
                        "end",
                        "Say when a version's life ends.",
                        EndRequest.class,
                        "Ended, or its end announced.",
                        call -> call.body(EndRequest.class).toCommand(call.path("component"), call.path("version"))),
                command(
                        "yank",
                        "Withdraw a version: it can no longer be deployed.",
                        RetireRequest.class,
                        "Yanked.",
                        call -> call.body(RetireRequest.class).toYank(call.path("component"), call.path("version"))),
                command(
                        "stop",
                        "Have every upgrade over a version go through it.",
                        StopRequest.class,
                        "Required.",
                        call -> call.body(StopRequest.class).toRequire(call.path("component"), call.path("version"))),
                command(
                        "stop/lift",
                        "Let upgrades pass a version by again.",
                        StopRequest.class,
                        "Lifted.",
                        call -> call.body(StopRequest.class).toLift(call.path("component"), call.path("version"))),
                command(
                        "tag",
                        "Ask for an annotated tag in Git; the version shows what became of it.",
                        TagRequest.class,
                        "Asked for.",
                        call -> call.body(TagRequest.class).toCommand(call.path("component"), call.path("version"))));
    }

    private Endpoint command(
            String verb, String summary, Class<?> body, String done, Function<Call, VersionCommand> command) {
        return Endpoint.post(VersionRoutes.VERSION + '/' + verb, VersionRoutes.TAG, summary)
                .body(body)
                .answers(200, Answer.Accepted.class, done)
                .by(call -> dispatch.send(call, Contexts.VERSION, command.apply(call)));
    }
}
