package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Data;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "schema",
        description = "Show a database's schema as it is now, as a snapshot in JSON.",
        footer = "  axiom database schema orders -o json")
final class ShowSchema extends Action {
    @Parameters(paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "databases", database, "schema"));
        show(answer, () -> line(Data.json(answer)));
        return ExitCode.DONE;
    }
}
