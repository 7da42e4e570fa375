package io.axiom.cli.deployment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "approve",
        description = "Approve a deployment that waits for it.",
        footer = "  axiom deployment approve production.shop-agent.7 --comment 'Tested on staging'")
final class ApproveDeployment extends Action {
    @Parameters(paramLabel = "<deployment>", description = "The deployment's id.")
    private String id = "";

    @Option(names = "--comment", paramLabel = "<text>", description = "Kept in the audit log.")
    private @Nullable String comment;

    @Override
    protected int run() {
        JsonNode answer =
                api().post(Resource.of("api", "deployments", id, "approve"), new Fields().with("comment", comment));
        show(answer, () -> {
            line(ink().good("✔") + " " + id + " is approved.");
            line("  Next: " + session().command() + " deployment get " + id + " -w");
        });
        return ExitCode.DONE;
    }
}
