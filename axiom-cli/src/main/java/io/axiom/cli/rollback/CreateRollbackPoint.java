package io.axiom.cli.rollback;

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
        name = "create",
        description = "Name the present moment of an environment, or an earlier position.",
        footer = "  axiom rollback-point create production --description 'Before the sale'")
final class CreateRollbackPoint extends Action {
    @Parameters(paramLabel = "<environment>", description = "The environment's name.")
    private String environment = "";

    @Option(names = "--description", paramLabel = "<text>", required = true, description = "What this moment is.")
    private String description = "";

    @Option(names = "--position", paramLabel = "<n>", description = "A position of the deployment log (default: now).")
    private @Nullable Long position;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "environments", environment, "rollback-points"),
                        new Fields().with("description", description).with("position", position));
        show(answer, () -> {
            String id = answer.path("rollbackPointId").asString("");
            line(ink().good("✔") + " Rollback point " + id + " is made.");
            line("  Go back with: " + session().command() + " rollback " + environment + " --to " + id);
        });
        return ExitCode.DONE;
    }
}
