package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.language.migration.LintFinding;
import io.axiom.language.migration.view.LintView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "lint",
        description = {
            "Find what is dangerous in SQL before it runs: locks, rewrites, lost data.",
            "Ends with exit code 1 when there are errors that nobody allowed."
        },
        footer = {
            "  axiom migration lint db/migrations/V7__add_index.sql",
            "  axiom migration lint --dialect mysql changes.sql"
        })
final class LintMigrations extends Action {
    @Parameters(arity = "1..*", paramLabel = "<file>", description = "Files with SQL.")
    private List<Path> files = List.of();

    @Option(
            names = "--dialect",
            defaultValue = "postgresql",
            paramLabel = "<name>",
            description = "postgresql, mysql, mariadb or sqlite (default: ${DEFAULT-VALUE}).")
    private String dialect = "postgresql";

    @Option(names = "--postgres-version", paramLabel = "<major>", description = "Of the server (default: 15).")
    private @Nullable Integer postgresVersion;

    @Option(names = "--in-transaction", description = "The script runs in one transaction.")
    private boolean inTransaction;

    @Override
    protected int run() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        List<String> lines = new ArrayList<>();
        boolean errors = false;
        for (Path file : files) {
            JsonNode answer = api().post(
                            Resource.of("api", "migrations", "lint"),
                            new Fields()
                                    .with("dialect", dialect)
                                    .with("sql", SqlFiles.read(file))
                                    .with("postgresVersion", postgresVersion)
                                    .with("inTransaction", inTransaction ? true : null));
            all.set(file.toString(), answer.path("findings"));
            for (LintFinding finding : Api.as(answer, LintView.class).findings()) {
                boolean open = finding.allowedBecause() == null;
                errors |= open && finding.severity().equals("error");
                lines.addAll(text(file, finding));
            }
        }
        show(all, () -> {
            lines.forEach(this::line);
            if (lines.isEmpty()) {
                line(ink().good("✔") + " Nothing was found.");
            }
        });
        return errors ? ExitCode.FAILED : ExitCode.DONE;
    }

    private List<String> text(Path file, LintFinding finding) {
        String place = file + ":" + finding.line() + ':' + finding.column() + "  ";
        String allowed = finding.allowedBecause();
        if (allowed != null) {
            return List.of(ink().faint(place + finding.rule() + " is allowed: " + Ink.clean(allowed)));
        }
        String severity = finding.severity().equals("error") ? ink().bad("error") : ink().busy(finding.severity());
        return List.of(
                place + severity + "  " + Ink.clean(finding.message()) + " [" + finding.rule() + ']',
                "    instead: " + Ink.clean(finding.instead()));
    }
}
