package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.language.version.upgrade.UpgradePath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "upgrade-path",
        description = {
            "Show the way from one version up to another, through the stops that are required.",
            "A step that was declared or tested to break is never taken."
        },
        footer = {
            "  axiom version upgrade-path shop-agent 1.0.0 2.0.0",
            "  axiom version upgrade-path shop-agent 1.0.0 2.0.0 --prefer fewest-hops"
        })
final class ShowUpgradePath extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<from>", description = "The version that runs.")
    private String from = "";

    @Parameters(index = "2", paramLabel = "<to>", description = "The version that shall run.")
    private String to = "";

    @Option(
            names = "--prefer",
            paramLabel = "<preference>",
            defaultValue = "lowest-risk",
            description = "fewest-hops or lowest-risk; ${DEFAULT-VALUE} by default.")
    private String prefer = "";

    @Option(names = "--compatible-only", description = "Take no step that breaks.")
    private boolean compatibleOnly;

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "components", component, "upgrade-path")
                .with("from", from)
                .with("to", to)
                .with("prefer", prefer)
                .with("compatibleOnly", compatibleOnly ? true : null));
        show(answer, () -> {
            UpgradePath path = Api.as(answer, UpgradePath.class);
            line(String.join(" → ", path.versions()));
            if (path.steps().isEmpty()) {
                return;
            }
            line("Risk " + path.riskLevel().word() + ", about " + path.estimatedDowntimeMinutes()
                    + " min of downtime.");
            line("");
            Table table = new Table("FROM", "TO", "LEVEL", "RISK", "DOWNTIME", "DECIDED BY", "STOP");
            path.steps()
                    .forEach(step -> table.row(
                            step.from(),
                            step.to(),
                            step.level().word(),
                            step.riskLevel().word(),
                            step.estimatedDowntimeMinutes() + " min",
                            step.decidedBy().word(),
                            step.stop()));
            table.print(out(), "");
            path.steps()
                    .forEach(step -> step.requiredActions()
                            .forEach(action -> line("To do before " + step.to() + ": " + action)));
        });
        return ExitCode.DONE;
    }
}
