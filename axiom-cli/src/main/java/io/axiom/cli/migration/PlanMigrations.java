package io.axiom.cli.migration;

import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.language.migration.view.MigrationPlanView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "plan",
        description = {
            "Show what would run, in which order, with findings, locks and the grade of each way back; nothing happens.",
            "Ends with exit code 1 when the database's policy refuses it."
        },
        footer = {
            "  axiom migration plan orders db/migrations",
            "  axiom migration plan orders db/migrations --to 1.4 --rehearse",
            "  axiom migration plan orders --git https://github.com/octo/shop --revision v1.2 --path db/migrations"
        })
final class PlanMigrations extends SourceAction {
    @Option(names = "--to", paramLabel = "<version|id>", description = "The last one; all when left out.")
    private @Nullable String to;

    @Option(
            names = "--rehearse",
            description = "Run it too: in a transaction that is rolled back, or on a scratch copy.")
    private boolean rehearse;

    @Override
    protected int run() {
        String database = database();
        JsonNode answer = api().post(
                        Resource.of("api", "databases", database, "migrate"),
                        new Fields()
                                .with("source", source())
                                .with("to", to)
                                .with("dryRun", true)
                                .with("rehearse", rehearse ? true : null));
        MigrationPlanView plan = Api.as(answer, MigrationPlanView.class);
        show(answer, () -> new PlanText(ink()).lines(plan).forEach(this::line));
        boolean failed = plan.rehearsal() != null && plan.rehearsal().failure() != null;
        return plan.refused().isEmpty() && !failed ? ExitCode.DONE : ExitCode.FAILED;
    }
}
