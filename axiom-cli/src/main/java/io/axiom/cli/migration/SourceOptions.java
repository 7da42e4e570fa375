package io.axiom.cli.migration;

import io.axiom.cli.http.Fields;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where migrations come from. */
final class SourceOptions {
    @ArgGroup(multiplicity = "1")
    private Place place = new Place();

    @Option(
            names = "--placeholder",
            paramLabel = "<name=value>",
            description = "A value for ${name} in Flyway's files; several times.")
    private Map<String, String> placeholders = Map.of();

    static final class Place {
        @Parameters(
                index = "1",
                paramLabel = "<folder>",
                description = "The folder of the migrations, on this machine.")
        private @Nullable Path folder;

        @Option(
                names = "--directory",
                paramLabel = "<path>",
                description = "The folder of the migrations, on migration-service's machine.")
        private @Nullable String directory;
    }

    Fields fields() {
        return place.folder == null
                ? new Fields()
                        .with("directory", place.directory)
                        .with("placeholders", placeholders.isEmpty() ? null : placeholders)
                : SqlFiles.source(place.folder, placeholders);
    }
}
