package io.axiom.language.deployment;

import io.axiom.language.version.RunSpec;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * A version together with the configuration it runs with: what is deployed and what is gone back to.
 *
 * @param id {@code <version>_<first 8 hex digits of the content digest>}; equal content has an equal id
 */
public record Release(String id, String component, String version, RunSpec run, Configuration configuration) {

    public static Release of(String component, String version, RunSpec run, Configuration configuration) {
        RunSpec.Artifact artifact = run.artifact();
        String digest = Configuration.Digests.sha256(Arrays.asList(
                component,
                version,
                configuration.digest(),
                run.command(),
                run.workingDirectory(),
                new TreeMap<>(run.environment()),
                artifact == null ? null : Arrays.asList(artifact.path(), artifact.sha256())));
        return new Release(version + '_' + digest.substring(0, 8), component, version, run, configuration);
    }
}
