package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "compare-surfaces",
        description = {
            "Compare two surfaces: what changed, and what that means for those who use them.",
            "Kinds are openapi, json-schema, protobuf, jar and events."
        },
        footer = "  axiom version compare-surfaces openapi old.yaml new.yaml")
final class CompareSurfaces extends Action {
    @Parameters(index = "0", paramLabel = "<kind>", description = "What they are.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "<previous>", description = "The file as it was.")
    private Path previous = Path.of("");

    @Parameters(index = "2", paramLabel = "<current>", description = "The file as it is now.")
    private Path current = Path.of("");

    @Option(names = "--fail-on-breaking", description = "End with exit code 1 when the verdict is breaking.")
    private boolean failOnBreaking;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "versioning", "surfaces", "compare"),
                        new Fields()
                                .with("kind", kind)
                                .with("previous", SurfaceFile.read(previous).text(kind))
                                .with("current", SurfaceFile.read(current).text(kind)));
        SurfaceComparison comparison = Api.as(answer, SurfaceComparison.class);
        show(answer, () -> {
            line("Verdict: " + comparison.verdict().word());
            Table table = new Table("JUDGEMENT", "RULE", "WHERE", "WHAT");
            for (SurfaceChange change : comparison.changes()) {
                table.row(change.judgement().word(), change.rule(), change.path(), change.sentence());
            }
            table.print(out(), "Nothing changed.");
        });
        return failOnBreaking && comparison.verdict().word().equals("breaking") ? ExitCode.FAILED : ExitCode.DONE;
    }
}
