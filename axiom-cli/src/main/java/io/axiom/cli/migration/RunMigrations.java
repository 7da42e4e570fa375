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
        name = "run",
        description = {
            "Apply what is pending. The plan is shown first; what is done is exactly what was shown, or nothing.",
            "Ends with exit code 1 when a migration fails; the message says what state the database is in."
        },
        footer = {
            "  axiom migration run orders db/migrations",
            "  axiom migration run orders db/migrations --to 1.4 --yes",
            "  axiom migration run orders --git /srv/git/shop --revision v1.2 --path db/migrations --yes",
            "  axiom migration run orders db/migrations --yes --force --reason 'Agreed with the DBA'"
        })
final class RunMigrations extends SourceAction {
    @Option(names = "--to", paramLabel = "<version|id>", description = "The last one; all when left out.")
    private @Nullable String to;

    @Option(names = "--force", description = "In spite of what the policy refuses; needs a reason and an approver.")
    private boolean force;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    protected int run() {
        String database = database();
        Resource migrate = Resource.of("api", "databases", database, "migrate");
        Fields files = source();
        JsonNode shown = api().post(
                        migrate,
                        new Fields().with("source", files).with("to", to).with("dryRun", true));
        MigrationPlanView plan = Api.as(shown, MigrationPlanView.class);
        if (!structured()) {
            new PlanText(ink()).lines(plan).forEach(this::line);
        }
        if (plan.migrations().isEmpty()) {
            show(shown, () -> line(ink().good("✔") + ' ' + database + " is up to date."));
            return ExitCode.DONE;
        }
        if (!plan.refused().isEmpty() && !force) {
            session().err().println("The database's policy refuses this plan. Mend it, or give --force and --reason.");
            return ExitCode.FAILED;
        }
        if (!confirmed(yes, "Migrate?")) {
            return ExitCode.FAILED;
        }
        JsonNode begun = api().post(
                        migrate,
                        new Fields()
                                .with("source", files)
                                .with("to", to)
                                .with("planHash", plan.planHash())
                                .with("force", force ? true : null)
                                .with("reason", force ? reason(reason) : reason));
        return new RunWatch(session(), api(), ink(), axiom().output())
                .follow(database, begun.path("runId").asString("last"));
    }
}
