package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.language.migration.view.SchemaDiffView;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "validate",
        description = {
            "Compare a database's schema with the expected one. Ends with exit code 1 when they differ.",
            "The expected one is SQL that builds it, or a snapshot (.json)."
        },
        footer = "  axiom database validate orders expected.sql")
final class ValidateSchema extends Action {
    @Parameters(index = "0", paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Parameters(index = "1", paramLabel = "<file>", description = "The expected schema.")
    private Path file = Path.of("");

    @Override
    protected int run() {
        String expected = SqlFiles.read(file);
        boolean snapshot = file.toString().endsWith(".json");
        JsonNode answer = api().post(
                        Resource.of("api", "databases", database, "schema", "validate"),
                        new Fields().with(snapshot ? "snapshot" : "sql", expected));
        SchemaDiffView diff = Api.as(answer, SchemaDiffView.class);
        show(answer, () -> {
            if (diff.same()) {
                line(ink().good("✔") + " " + database + " has the expected schema.");
            } else {
                line(ink().bad("✖") + " " + database + " differs from the expected schema:");
                new SchemaText(ink()).lines(diff).forEach(this::line);
            }
        });
        return diff.same() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
