package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.http.Resource;
import io.axiom.language.Contexts;
import io.axiom.language.deployment.view.RollbackPointView;
import io.axiom.language.migration.view.DatabaseView;
import io.axiom.language.migration.view.MigrationPlanView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "rollback",
        description = {
            "Take migrations back, the newest first, each by the way that was proven before it was applied.",
            "The plan is shown first; what is done is exactly what was shown, or nothing."
        },
        footer = {
            "  axiom migration rollback orders --last 1 --reason 'Checkout is slow'",
            "  axiom migration rollback orders --after 1.3 --dry-run",
            "  axiom migration rollback orders --to-position 120 --yes --reason 'Back to before the release'"
        })
final class RollBackMigrations extends Action {
    @Parameters(index = "0", paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @ArgGroup(multiplicity = "1")
    private Extent extent = new Extent();

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; required, kept in the audit log.")
    private @Nullable String reason;

    @Option(names = "--dry-run", description = "Show the plan; nothing happens.")
    private boolean dryRun;

    @Option(names = "--force", description = "Irreversible and unproven ones too; what they lose is lost.")
    private boolean force;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    static final class Extent {
        @Option(names = "--last", paramLabel = "<n>", description = "The last n.")
        private @Nullable Integer last;

        @Option(names = "--migration", paramLabel = "<id>", description = "This one and all applied since.")
        private @Nullable String migration;

        @Option(names = "--after", paramLabel = "<version|id>", description = "All applied after this one.")
        private @Nullable String after;

        @Option(
                names = "--to-position",
                paramLabel = "<position>",
                description = "All applied since this position of the migration log.")
        private @Nullable Long position;

        @Option(
                names = "--to-point",
                paramLabel = "<point>",
                description = "All applied since this rollback point of the database's environment.")
        private @Nullable String point;

        Fields fields(Api api, String database) {
            return new Fields()
                    .with("last", last)
                    .with("migration", migration)
                    .with("after", after)
                    .with("position", point == null ? position : positionOf(api, database, point));
        }

        private static Long positionOf(Api api, String database, String point) {
            DatabaseView view = api.get(Resource.of("api", "databases", database), DatabaseView.class);
            JsonNode points = Items.all(api, Resource.of("api", "environments", view.environment(), "rollback-points"));
            return Items.of(points, RollbackPointView.class).stream()
                    .filter(each -> each.rollbackPointId().equals(point))
                    .map(RollbackPointView::cut)
                    .filter(cut -> cut.positions().containsKey(Contexts.MIGRATION))
                    .map(cut -> cut.position(Contexts.MIGRATION))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.local(
                            "rollback.point-unknown",
                            "No such rollback point",
                            "The environment " + view.environment() + " has no rollback point " + point
                                    + " that says where its databases were.",
                            "See which there are: axiom rollback-point list " + view.environment())));
        }
    }

    @Override
    protected int run() {
        Resource rollback = Resource.of("api", "databases", database, "rollback");
        Fields which = extent.fields(api(), database);
        JsonNode shown = api().post(rollback, extent.fields(api(), database).with("dryRun", true));
        MigrationPlanView plan = Api.as(shown, MigrationPlanView.class);
        if (dryRun) {
            show(shown, () -> new PlanText(ink()).lines(plan).forEach(this::line));
            return plan.refused().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
        if (!structured()) {
            new PlanText(ink()).lines(plan).forEach(this::line);
        }
        if (plan.migrations().isEmpty()) {
            show(shown, () -> line("Nothing to take back."));
            return ExitCode.DONE;
        }
        if (!plan.refused().isEmpty() && !force) {
            session().err().println("The database's policy refuses this plan. Take back less, or give --force.");
            return ExitCode.FAILED;
        }
        String why = session().interactive() && !yes ? null : reason(reason);
        if (!confirmed(yes, "Take back?")) {
            return ExitCode.FAILED;
        }
        JsonNode begun = api().post(
                        rollback,
                        which.with("planHash", plan.planHash())
                                .with("force", force ? true : null)
                                .with("reason", why == null ? reason(reason) : why));
        return new RunWatch(session(), api(), ink(), axiom().output())
                .follow(database, begun.path("runId").asString("last"));
    }
}
