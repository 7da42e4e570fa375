package io.axiom.cli.deployment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Mark;
import io.axiom.cli.text.Table;
import io.axiom.cli.text.Times;
import io.axiom.language.deployment.view.DeploymentView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "List deployments and rollbacks, the newest first.",
        footer = {
            "  axiom deployment list --environment production",
            "  axiom deployment list --status in_progress -o json"
        })
final class ListDeployments extends Action {
    @Option(names = "--environment", paramLabel = "<name>", description = "Only of this environment.")
    private @Nullable String environment;

    @Option(names = "--component", paramLabel = "<name>", description = "Only of this component.")
    private @Nullable String component;

    @Option(
            names = "--status",
            paramLabel = "<status>",
            description =
                    "Only with this status: pending_approval, in_progress, paused, rolling_back, completed, rolled_back, failed.")
    private @Nullable String status;

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            defaultValue = "20",
            description = "At most so many (default ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "deployments")
                .with("environment", environment)
                .with("component", component)
                .with("status", status)
                .with("limit", limit));
        show(answer, () -> {
            Table table =
                    new Table("DEPLOYMENT", "", "STATUS", "VERSION", "BEFORE", "STRATEGY", "DONE", "STARTED", "BY");
            for (DeploymentView deployment : Items.of(answer, DeploymentView.class)) {
                table.row(
                        deployment.deploymentId(),
                        Mark.of(deployment.status(), Ink.PLAIN),
                        deployment.status().word(),
                        deployment.version(),
                        deployment.previousVersion(),
                        deployment.strategy(),
                        deployment.progress() + " %",
                        Times.moment(deployment.startedAt(), session().zone()),
                        deployment.requestedBy());
            }
            table.print(
                    out(),
                    "No deployments. Start one with: " + session().command()
                            + " deploy <component> <version> --to <environment>");
        });
        return ExitCode.DONE;
    }
}
