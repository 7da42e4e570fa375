package io.axiom.cli.environment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import io.axiom.cli.text.Table;
import io.axiom.cli.text.Weights;
import io.axiom.language.deployment.view.EnvironmentView;
import io.axiom.language.deployment.view.EnvironmentView.ComponentState;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "get",
        description = "Show what runs in an environment, now or as of any position or time.",
        footer = {
            "  axiom environment get production",
            "  axiom environment get production --at 1234",
            "  axiom environment get production --at 2026-11-20T03:00:00Z"
        })
final class GetEnvironment extends Action {
    @Parameters(paramLabel = "<environment>", description = "The environment's name.")
    private String name = "";

    @Option(
            names = "--at",
            paramLabel = "<position|time>",
            description = "As of this position of the deployment log, or this time (ISO-8601).")
    private @Nullable String at;

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "environments", name).with("at", at));
        show(answer, () -> print(Api.as(answer, EnvironmentView.class)));
        return ExitCode.DONE;
    }

    private void print(EnvironmentView environment) {
        new Card()
                .line("Environment", environment.environmentId())
                .line("As of", "deployment@" + environment.position() + (at == null ? " (now)" : ""))
                .line("Rollback", environment.rollbackInProgress())
                .print(out());
        line("");
        Table table = new Table("COMPONENT", "VERSION", "RELEASE", "INSTANCES", "TRAFFIC", "BEFORE", "STATUS", "URL");
        for (ComponentState component : environment.components()) {
            table.row(
                    component.component(),
                    component.version(),
                    component.releaseId(),
                    component.instances(),
                    Weights.text(component.weights()),
                    component.previousVersion(),
                    status(component),
                    component.url());
        }
        table.print(out(), "Nothing " + (at == null ? "has been deployed here yet." : "had been deployed here then."));
        environment.components().forEach(this::configuration);
    }

    private static String status(ComponentState component) {
        return component.activeDeploymentId() == null
                ? component.status()
                : component.status() + " (" + component.activeDeploymentId() + ')';
    }

    private void configuration(ComponentState component) {
        Map<String, String> values = component.configuration();
        if (values != null && !values.isEmpty()) {
            line("");
            line(component.component() + " is configured with "
                    + new TreeMap<>(values)
                            .entrySet().stream()
                                    .map(entry -> io.axiom.cli.text.Ink.clean(entry.getKey() + '=' + entry.getValue()))
                                    .collect(Collectors.joining(", ")));
        }
    }
}
