package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import io.axiom.language.migration.view.DatabaseView;
import io.axiom.language.migration.view.LeaseView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "get", description = "Show one database.", footer = "  axiom database get orders")
final class GetDatabase extends Action {
    @Parameters(paramLabel = "<database>", description = "The database's name.")
    private String name = "";

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "databases", name));
        DatabaseView database = Api.as(answer, DatabaseView.class);
        show(answer, () -> {
            LeaseView lease = api().get(Resource.of("api", "databases", name, "lease"), LeaseView.class);
            new Card()
                    .line("Database", database.databaseId())
                    .line("Environment", database.environment())
                    .line("Engine", database.engine())
                    .line("URL", database.url())
                    .line("User", database.credentials().user())
                    .line("Password", database.credentials().password())
                    .line("Version", database.version() == null ? "none" : database.version())
                    .line("Applied", database.applied())
                    .line("Last run", database.runId())
                    .line(
                            "  status",
                            database.runStatus() == null
                                    ? null
                                    : database.runStatus().word())
                    .line("Works on it", lease.sentence())
                    .print(out());
        });
        return ExitCode.DONE;
    }
}
