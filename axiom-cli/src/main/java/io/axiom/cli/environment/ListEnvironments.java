package io.axiom.cli.environment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.language.deployment.view.EnvironmentView;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "List the environments and what runs in them.",
        footer = "  axiom environment list")
final class ListEnvironments extends Action {
    @Override
    protected int run() {
        JsonNode answer = Items.all(api(), Resource.of("api", "environments"));
        show(answer, () -> {
            Table table = new Table("ENVIRONMENT", "RUNS", "STATUS");
            for (EnvironmentView environment : Items.of(answer, EnvironmentView.class)) {
                table.row(environment.environmentId(), running(environment), status(environment));
            }
            table.print(
                    out(),
                    "No environments yet. Create one with: " + session().command() + " environment create <name>");
        });
        return ExitCode.DONE;
    }

    private static String running(EnvironmentView environment) {
        return environment.components().stream()
                .filter(component -> component.version() != null)
                .map(component -> component.component() + ' ' + component.version())
                .collect(Collectors.joining(", "));
    }

    private static String status(EnvironmentView environment) {
        if (environment.rollbackInProgress() != null) {
            return "rolling back (" + environment.rollbackInProgress() + ')';
        }
        String busy = environment.components().stream()
                .filter(component -> component.activeDeploymentId() != null)
                .map(component -> component.status() + " (" + component.activeDeploymentId() + ')')
                .collect(Collectors.joining(", "));
        return busy.isEmpty() ? "idle" : busy;
    }
}
