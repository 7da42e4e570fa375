package io.axiom.language.version.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.axiom.language.version.upgrade.Compatibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a component side by side.
 *
 * @param raises which part of the number differs, in npm's words; null when none does
 * @param changelog of the versions after the lower one up to the higher one, the newest first
 * @param usage where each of the two runs; null when that could not be found out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionComparison(
        String component,
        String from,
        String to,
        @Nullable String raises,
        Compatibility compatibility,
        List<VersionChanges> changelog,
        List<SurfaceDifference> surfaces,
        List<DependencyDifference> dependencies,
        @Nullable List<VersionUsage> usage) {
    public VersionComparison {
        changelog = List.copyOf(changelog);
        surfaces = List.copyOf(surfaces);
        dependencies = List.copyOf(dependencies);
        usage = usage == null ? null : List.copyOf(usage);
    }

    public VersionComparison usedIn(List<VersionUsage> environments) {
        return new VersionComparison(
                component, from, to, raises, compatibility, changelog, surfaces, dependencies, environments);
    }
}
