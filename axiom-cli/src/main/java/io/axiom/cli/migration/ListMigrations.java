package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.language.migration.view.AppliedMigrationView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "List the migrations that are applied, in their order.",
        footer = "  axiom migration list orders")
final class ListMigrations extends Action {
    @Parameters(paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "databases", database, "migrations"));
        show(answer, () -> {
            Table table = new Table("VERSION", "ID", "NAME", "WAY BACK", "APPLIED BY");
            for (AppliedMigrationView migration : Items.of(answer, AppliedMigrationView.class)) {
                table.row(
                        migration.version(),
                        migration.migrationId(),
                        migration.name(),
                        wayBack(migration),
                        migration.baseline() ? "baseline" : migration.runId());
            }
            table.print(out(), "No migration is applied on " + database + '.');
        });
        return ExitCode.DONE;
    }

    private static String wayBack(AppliedMigrationView migration) {
        return migration.grade() == null
                ? "unknown"
                : migration.grade().words() + (migration.proven() ? ", proven" : ", not proven");
    }
}
