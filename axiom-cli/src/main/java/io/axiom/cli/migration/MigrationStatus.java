package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.language.migration.view.LeaseView;
import io.axiom.language.migration.view.MigrationRunView;
import io.axiom.language.migration.view.RunStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "status",
        description = "Show the last run on a database, or follow it, and who works on it now.",
        footer = {"  axiom migration status orders", "  axiom migration status orders --watch"})
final class MigrationStatus extends Action {
    @Parameters(index = "0", paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Parameters(index = "1", arity = "0..1", defaultValue = "last", paramLabel = "<run>", description = "A run's id.")
    private String runId = "last";

    @Option(
            names = {"-w", "--watch"},
            description = "Follow it until it ends; exit code 0 when it is completed, 1 when not.")
    private boolean watch;

    @Override
    protected int run() {
        if (watch) {
            return new RunWatch(session(), api(), ink(), axiom().output()).follow(database, runId);
        }
        JsonNode answer = api().get(Resource.of("api", "databases", database, "runs", runId));
        MigrationRunView run = Api.as(answer, MigrationRunView.class);
        show(answer, () -> {
            line("Run " + run.runId() + ": " + run.status().word());
            if (run.source() != null) {
                line("  from " + Ink.clean(run.source().text()));
            }
            new RunText(ink()).lines(run).forEach(this::line);
            if (run.status() == RunStatus.RUNNING) {
                line(api().get(Resource.of("api", "databases", database, "lease"), LeaseView.class)
                        .sentence());
            }
        });
        return ExitCode.DONE;
    }
}
