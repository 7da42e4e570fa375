package io.axiom.version.resolution;

import io.axiom.semver.SemanticVersion;
import java.util.List;

/**
 * A version that exists, and what it needs.
 *
 * @param remark why it is not usable, to go after "is": {@code yanked (broken build)}; empty when it is
 */
public record Candidate(SemanticVersion version, List<Dependency> dependencies, Standing standing, String remark) {
    public Candidate {
        dependencies = List.copyOf(dependencies);
    }

    public static Candidate usable(SemanticVersion version, List<Dependency> dependencies) {
        return new Candidate(version, dependencies, Standing.USABLE, "");
    }
}
