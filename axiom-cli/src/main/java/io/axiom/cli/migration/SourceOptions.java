package io.axiom.cli.migration;

import io.axiom.cli.http.Fields;
import io.axiom.cli.http.LocalPath;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where migrations come from, instead of a folder that is sent. */
final class SourceOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--directory",
            paramLabel = "<path>",
            description = "Instead: the folder of the migrations, on migration-service's machine.")
    private @Nullable String directory;

    @Option(
            names = "--git",
            paramLabel = "<path|url>",
            description =
                    "Instead: the Git repository the migrations are in; read at a commit, not as it is checked out.")
    private @Nullable String git;

    @Option(
            names = "--revision",
            paramLabel = "<revision>",
            description = "With --git: branch, tag or commit (default: HEAD).")
    private @Nullable String revision;

    @Option(
            names = "--path",
            paramLabel = "<folder>",
            description = "With --git: the migrations' folder, from the repository's top.")
    private @Nullable String path;

    @Option(
            names = "--placeholder",
            paramLabel = "<name=value>",
            description = "A value for ${name} in Flyway's files; several times.")
    private Map<String, String> placeholders = Map.of();

    /** @param folder on this machine; null where it was not given */
    Fields fields(@Nullable Path folder) {
        if (Stream.of(folder, directory, git).filter(given -> given != null).count() != 1) {
            throw usage("Where are the migrations? Give one of <folder>, --git <path|url> and --directory <path>.");
        }
        if (git == null && (revision != null || path != null)) {
            throw usage("--revision and --path belong to --git <path|url>.");
        }
        Fields fields = folder != null
                ? SqlFiles.source(folder)
                : new Fields().with("directory", directory).with("git", git == null ? null : git(git));
        return fields.with("placeholders", placeholders);
    }

    private Fields git(String repository) {
        return new Fields()
                .with("repository", LocalPath.absolute(repository))
                .with("revision", revision)
                .with("path", path);
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
