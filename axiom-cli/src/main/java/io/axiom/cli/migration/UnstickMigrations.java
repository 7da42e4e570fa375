package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.language.migration.view.LeaseView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "unstick",
        description = {
            "Say who holds a database, since when, on which statement, and free it.",
            "What is committed stays; what is not is rolled back."
        },
        footer = {
            "  axiom migration unstick orders --dry-run",
            "  axiom migration unstick orders --yes --reason 'The build server died'"
        })
final class UnstickMigrations extends Action {
    @Parameters(paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; required, kept in the audit log.")
    private @Nullable String reason;

    @Option(names = "--dry-run", description = "Only say who holds it.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "databases", database, "lease"));
        LeaseView lease = io.axiom.cli.http.Api.as(answer, LeaseView.class);
        if (dryRun) {
            show(answer, () -> line(lease.sentence()));
            return ExitCode.DONE;
        }
        if (!structured()) {
            line(lease.sentence());
        }
        if (!confirmed(yes, "Free it?")) {
            return ExitCode.FAILED;
        }
        JsonNode freed = api().post(
                        Resource.of("api", "databases", database, "unstick"),
                        new Fields().with("reason", reason(reason)));
        show(freed, () -> line(ink().good("✔") + ' ' + database + " is free."));
        return ExitCode.DONE;
    }
}
