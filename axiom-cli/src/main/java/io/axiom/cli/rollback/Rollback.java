package io.axiom.cli.rollback;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.SchemaRollback;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code axiom rollback}. */
@Command(
        name = "rollback",
        description = {
            "Take an environment, or what one deployment brought, back: versions and configuration.",
            "The plan is shown first; what is done is exactly what was shown, or nothing."
        },
        footer = {
            "  axiom rollback production --to previous --reason 'Answers are slow'",
            "  axiom rollback production --to 2026-11-20T03:00:00Z --dry-run",
            "  axiom rollback production --to rb-7f3a --component shop-agent --yes --reason 'Drill' --watch",
            "  axiom rollback production.shop-agent.7 --reason 'Wrong prices'",
            "  axiom rollback production --schema loses-later-data --reason 'Orders are lost anyway'"
        })
public final class Rollback extends Action {
    @Parameters(paramLabel = "<environment|deployment>", description = "An environment's name or a deployment's id.")
    private String what = "";

    @Option(
            names = "--to",
            paramLabel = "<moment>",
            description =
                    "previous, latest (the newest rollback point), a rollback point (rb-…), a position, or a time (ISO-8601)."
                            + " Default: previous; for a deployment, before it.")
    private @Nullable String to;

    @Option(names = "--component", paramLabel = "<name>", description = "Only this component.")
    private @Nullable String component;

    @Option(
            names = "--schema",
            paramLabel = "<how>",
            completionCandidates = Schemas.class,
            description = {
                "What becomes of the migrations that came with what is taken back: ${COMPLETION-CANDIDATES}.",
                "The worst way back that is gone; default: lossless."
            })
    private @Nullable String schema;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; required, kept in the audit log.")
    private @Nullable String reason;

    @Option(names = "--dry-run", description = "Show the plan; nothing happens.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(
            names = {"-w", "--watch"},
            description = "Follow it until it ends; exit code 0 when everything is back, 1 when not.")
    private boolean watch;

    @Override
    protected int run() {
        Api api = api();
        RollbackScope scope = RollbackScope.of(api, what, to, component);
        JsonNode answer = api.get(Resource.of("api", "environments", scope.environment(), "rollback-plan")
                .with("to", scope.to())
                .with("component", scope.component())
                .with("schema", schema));
        RollbackPlan plan = Api.as(answer, RollbackPlan.class);
        if (dryRun) {
            show(answer, () -> print(plan));
            return ExitCode.DONE;
        }
        if (!structured()) {
            print(plan);
        }
        if (plan.changes().isEmpty()) {
            show(answer, () -> line("Nothing to do: " + scope.environment() + " is already as it was then."));
            return ExitCode.DONE;
        }
        // A person reads the plan before saying why; a script that forgot the reason is told before anything else.
        String why = session().interactive() && !yes ? null : reason(reason);
        if (!confirmed(yes, "Go back?")) {
            return ExitCode.FAILED;
        }
        JsonNode started = api.post(
                Resource.of("api", "environments", scope.environment(), "rollback"),
                new Fields()
                        .with("to", scope.to())
                        .with("component", scope.component())
                        .with("schema", schema)
                        .with("planHash", plan.hash())
                        .with("reason", why == null ? reason(reason) : why));
        return new RollbackRun(session(), api, ink(), axiom().output()).report(started, watch);
    }

    private void print(RollbackPlan plan) {
        new PlanText(ink(), session().zone()).lines(plan).forEach(this::line);
    }

    /** Words of {@link SchemaRollback}. */
    static final class Schemas extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Schemas() {
            super(Arrays.stream(SchemaRollback.values())
                    .map(SchemaRollback::word)
                    .toList());
        }
    }
}
