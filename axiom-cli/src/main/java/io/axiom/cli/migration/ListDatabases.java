package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.language.migration.view.DatabaseView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "List the databases and the versions they are at.",
        footer = "  axiom database list --environment staging")
final class ListDatabases extends Action {
    @Option(names = "--environment", paramLabel = "<name>", description = "Only those of this environment.")
    private @Nullable String environment;

    @Override
    protected int run() {
        JsonNode answer = Items.all(api(), Resource.of("api", "databases").with("environment", environment));
        show(answer, () -> {
            Table table = new Table("DATABASE", "ENVIRONMENT", "ENGINE", "VERSION", "APPLIED", "LAST RUN");
            for (DatabaseView database : Items.of(answer, DatabaseView.class)) {
                table.row(
                        database.databaseId(),
                        database.environment(),
                        database.engine(),
                        database.version(),
                        database.applied(),
                        database.runStatus() == null
                                ? null
                                : database.runStatus().word());
            }
            table.print(
                    out(), "No databases yet. Register one with: " + session().command() + " database register <name>");
        });
        return ExitCode.DONE;
    }
}
