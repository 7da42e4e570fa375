package io.axiom.cli.registry;

import io.axiom.cli.http.Fields;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a version needs of databases. */
final class SchemaOptions {
    @Option(
            names = "--schema",
            paramLabel = "<database:level>",
            description = {
                "What a database must have before an instance gets traffic: its name and the last migration needed, by version",
                "or id; several times. $${environment} in the name stands for the environment deployed to."
            })
    private List<String> needs = List.of();

    @Option(
            names = "--migrations",
            paramLabel = "<folder>",
            description = "Where the migrations of --schema are; migration-service must be able to read it.")
    private @Nullable Path folder;

    @Option(
            names = "--migrations-git",
            paramLabel = "<path|url>",
            description = "Instead: the Git repository they are in.")
    private @Nullable String git;

    @Option(
            names = "--migrations-revision",
            paramLabel = "<revision>",
            description =
                    "With --migrations-git: branch, tag or commit, looked up when it is deployed (default: HEAD).")
    private @Nullable String revision;

    @Option(
            names = "--migrations-path",
            paramLabel = "<folder>",
            description = "With --migrations-git: their folder, from the repository's top.")
    private @Nullable String path;

    boolean given() {
        return !needs.isEmpty() || folder != null || git != null || revision != null || path != null;
    }

    /** @throws IllegalArgumentException when one is not written as it should be, or the folder is missing */
    @Nullable
    List<Fields> levels() {
        if (!given()) {
            return null;
        }
        if (needs.isEmpty() || folder == null) {
            throw new IllegalArgumentException("--schema and --migrations belong together.");
        }
        Fields source = new Fields()
                .with("directory", folder.toAbsolutePath().normalize().toString());
        return needs.stream().map(need -> level(need, source)).toList();
    }

    private static Fields level(String need, Fields source) {
        int colon = need.indexOf(':');
        if (colon < 1 || colon == need.length() - 1) {
            throw new IllegalArgumentException("--schema is written <database:level>, for example orders:7.");
        }
        return new Fields()
                .with("database", need.substring(0, colon))
                .with("level", need.substring(colon + 1))
                .with("source", source);
    }
}
