package io.axiom.cli.migration;

import io.axiom.cli.http.Fields;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which database, and where its migrations come from. */
final class SourceOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<folder>",
            description = "The folder of the migrations, on this machine.")
    private @Nullable Path folder;

    @Option(
            names = "--directory",
            paramLabel = "<path>",
            description = "Instead: the folder of the migrations, on migration-service's machine.")
    private @Nullable String directory;

    @Option(
            names = "--placeholder",
            paramLabel = "<name=value>",
            description = "A value for ${name} in Flyway's files; several times.")
    private Map<String, String> placeholders = Map.of();

    String database() {
        return database;
    }

    Fields fields() {
        if ((folder == null) == (directory == null)) {
            throw new ParameterException(
                    command.commandLine(), "Where are the migrations? Give <folder>, or --directory <path>.");
        }
        return folder == null
                ? new Fields()
                        .with("directory", directory)
                        .with("placeholders", placeholders.isEmpty() ? null : placeholders)
                : SqlFiles.source(folder, placeholders);
    }
}
