package io.axiom.version.comparison;

import io.axiom.language.version.VersionView;
import io.axiom.language.version.comparison.VersionChanges;
import io.axiom.language.version.comparison.VersionComparison;
import io.axiom.semver.Increment;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.compatibility.Assessor;
import io.axiom.version.compatibility.Knowledge;
import java.util.ArrayList;
import java.util.List;

/** Puts two versions side by side. */
public final class Comparisons {
    private final Surfaces surfaces;

    public Comparisons(Surfaces surfaces) {
        this.surfaces = surfaces;
    }

    /**
     * @param changes what each version brought, in the order of {@code knowledge}
     * @param from of the same component
     * @param to of the same component
     */
    public VersionComparison compare(
            Knowledge knowledge, List<VersionChanges> changes, VersionView from, VersionView to) {
        SemanticVersion before = SemanticVersion.parse(from.version());
        SemanticVersion after = SemanticVersion.parse(to.version());
        int start = knowledge.place(before).orElseThrow();
        int end = knowledge.place(after).orElseThrow();
        List<VersionChanges> between =
                new ArrayList<>(changes.subList(Math.min(start, end) + 1, Math.max(start, end) + 1));
        return new VersionComparison(
                knowledge.component(),
                from.version(),
                to.version(),
                before.diff(after).map(Increment::word).orElse(null),
                new Assessor(knowledge).assess(start, end),
                between.reversed(),
                surfaces.between(from.surfaces(), to.surfaces()),
                Dependencies.between(from.dependencies(), to.dependencies()),
                null);
    }
}
