package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "repair",
        description = "Take the text a migration has now as the right one, although another text was applied.",
        footer = "  axiom migration repair orders 1.2 db/migrations --reason 'Only a comment was changed'")
final class RepairMigration extends Action {
    @Parameters(index = "0", paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Parameters(index = "1", paramLabel = "<migration>", description = "The migration's id.")
    private String migration = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "<folder>",
            description = "The folder of the migrations, on this machine.")
    private @Nullable Path folder;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; required, kept in the audit log.")
    private @Nullable String reason;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "databases", database, "migrations", migration, "repair"),
                        new Fields().with("source", source.fields(folder)).with("reason", reason(reason)));
        show(answer, () -> line(ink().good("✔") + " The text of " + migration + " is taken as it is now."));
        return ExitCode.DONE;
    }
}
