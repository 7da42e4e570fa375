package io.axiom.cli.rollback;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Resource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "delete",
        description = "Forget a rollback point; its position can still be gone back to.",
        footer = "  axiom rollback-point delete production rb-7f3a --yes")
final class DeleteRollbackPoint extends Action {
    @Parameters(index = "0", paramLabel = "<environment>", description = "The environment's name.")
    private String environment = "";

    @Parameters(index = "1", paramLabel = "<point>", description = "The rollback point's id.")
    private String point = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    protected int run() {
        if (!confirmed(yes, "Forget rollback point " + point + " of " + environment + "?")) {
            return ExitCode.FAILED;
        }
        JsonNode answer = api().delete(Resource.of("api", "environments", environment, "rollback-points", point));
        show(answer, () -> line(ink().good("✔") + " Rollback point " + point + " is forgotten."));
        return ExitCode.DONE;
    }
}
