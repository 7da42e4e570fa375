package io.axiom.language.version;

import io.axiom.language.migration.SchemaLevel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an instance of a version is started. The process gets {@code PORT}, its configuration and the environment below.
 *
 * @param command program and arguments; {@code ${PORT}} is replaced in each
 * @param workingDirectory absolute; null for the instance's own directory
 * @param environment added to the process's environment
 * @param artifact what must be present, with the right digest, before an instance starts
 * @param schemas what its databases must have before it gets traffic; null when it needs nothing of any
 */
public record RunSpec(
        List<String> command,
        @Nullable String workingDirectory,
        Map<String, String> environment,
        @Nullable Artifact artifact,
        @Nullable List<SchemaLevel> schemas) {

    /**
     * A file a version is made of.
     *
     * @param sha256 lower-case hex, null when not pinned
     */
    public record Artifact(String path, @Nullable String sha256) {}

    public RunSpec {
        command = command == null ? List.of() : List.copyOf(command);
        environment = environment == null ? Map.of() : Map.copyOf(environment);
        schemas = schemas == null || schemas.isEmpty() ? null : List.copyOf(schemas);
    }

    /** One that needs nothing of any database. */
    public RunSpec(
            List<String> command,
            @Nullable String workingDirectory,
            Map<String, String> environment,
            @Nullable Artifact artifact) {
        this(command, workingDirectory, environment, artifact, null);
    }

    public static RunSpec of(String... command) {
        return new RunSpec(List.of(command), null, Map.of(), null);
    }
}
