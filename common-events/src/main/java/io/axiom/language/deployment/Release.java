package io.axiom.language.deployment;

import io.axiom.language.migration.SchemaLevel;
import io.axiom.language.version.RunSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version together with the configuration it runs with: what is deployed and what is gone back to.
 *
 * @param artifacts files that must be there with their digests before an instance starts, besides the one {@code run} names; null
 *     when there are none
 * @param id {@code <version>_<first 8 hex digits of the content digest>}; equal content has an equal id
 */
public record Release(
        String id,
        String component,
        String version,
        RunSpec run,
        Configuration configuration,
        @Nullable List<RunSpec.Artifact> artifacts) {

    public Release {
        artifacts = artifacts == null || artifacts.isEmpty() ? null : List.copyOf(artifacts);
    }

    public Release(String id, String component, String version, RunSpec run, Configuration configuration) {
        this(id, component, version, run, configuration, null);
    }

    /** What it needs of databases; empty for nothing. */
    public List<SchemaLevel> schemas() {
        return run.schemas() == null ? List.of() : run.schemas();
    }

    /** What it needs of one database of an environment; empty for nothing. */
    public List<SchemaLevel> schemas(String database, String environment) {
        return schemas().stream()
                .filter(need -> need.databaseIn(environment).equals(database))
                .toList();
    }

    public static Release of(String component, String version, RunSpec run, Configuration configuration) {
        return of(component, version, run, configuration, List.of());
    }

    public static Release of(
            String component,
            String version,
            RunSpec run,
            Configuration configuration,
            List<RunSpec.Artifact> artifacts) {
        RunSpec.Artifact artifact = run.artifact();
        List<@Nullable Object> content = new ArrayList<>(Arrays.asList(
                component,
                version,
                configuration.digest(),
                run.command(),
                run.workingDirectory(),
                new TreeMap<>(run.environment()),
                artifact == null ? null : Arrays.asList(artifact.path(), artifact.sha256())));
        // Only when there are some: what was deployed before there were any keeps its id.
        artifacts.forEach(other -> content.add(Arrays.asList(other.path(), other.sha256())));
        if (run.schemas() != null) {
            run.schemas().forEach(need -> content.add(Arrays.asList("schema", need.database(), need.level())));
        }
        String digest = Configuration.Digests.sha256(content);
        return new Release(version + '_' + digest.substring(0, 8), component, version, run, configuration, artifacts);
    }
}
