package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.language.migration.view.SchemaDiffView;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "diff",
        description = "Compare two schemas given as SQL: how they differ, and the statements that lead over.",
        footer = "  axiom migration diff before.sql after.sql")
final class DiffSchemas extends Action {
    @Parameters(index = "0", paramLabel = "<from>", description = "SQL that builds the schema as it is.")
    private Path from = Path.of("");

    @Parameters(index = "1", paramLabel = "<to>", description = "SQL that builds the schema it is to become.")
    private Path to = Path.of("");

    @Option(
            names = "--dialect",
            defaultValue = "postgresql",
            paramLabel = "<name>",
            description = "postgresql, mariadb or sqlite (default: ${DEFAULT-VALUE}).")
    private String dialect = "postgresql";

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "migrations", "schema", "diff"),
                        new Fields()
                                .with("dialect", dialect)
                                .with("from", SqlFiles.read(from))
                                .with("to", SqlFiles.read(to)));
        SchemaDiffView diff = Api.as(answer, SchemaDiffView.class);
        show(answer, () -> {
            if (diff.same()) {
                line(ink().good("✔") + " The schemas are the same.");
            } else {
                new SchemaText(ink()).lines(diff).forEach(this::line);
            }
        });
        return ExitCode.DONE;
    }
}
