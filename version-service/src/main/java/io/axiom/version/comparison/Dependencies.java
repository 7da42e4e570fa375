package io.axiom.version.comparison;

import io.axiom.language.version.comparison.DependencyDifference;
import io.axiom.language.version.comparison.Difference;
import io.axiom.language.version.comparison.RangeRelation;
import io.axiom.semver.VersionRange;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares what two versions need. */
public final class Dependencies {
    private Dependencies() {}

    /**
     * By component.
     *
     * @param from npm range by component
     * @param to likewise
     */
    public static List<DependencyDifference> between(Map<String, String> from, Map<String, String> to) {
        TreeSet<String> components = new TreeSet<>(from.keySet());
        components.addAll(to.keySet());
        return components.stream()
                .map(component -> {
                    String before = from.get(component);
                    String after = to.get(component);
                    if (before == null || after == null) {
                        return new DependencyDifference(
                                component, before == null ? Difference.ADDED : Difference.REMOVED, before, after, null);
                    }
                    return new DependencyDifference(
                            component,
                            before.equals(after) ? Difference.SAME : Difference.CHANGED,
                            before,
                            after,
                            relation(VersionRange.parse(before), VersionRange.parse(after)));
                })
                .toList();
    }

    static RangeRelation relation(VersionRange before, VersionRange after) {
        boolean keepsAll = before.isSubsetOf(after);
        boolean takesNoOther = after.isSubsetOf(before);
        if (keepsAll) {
            return takesNoOther ? RangeRelation.EQUAL : RangeRelation.WIDER;
        }
        if (takesNoOther && !after.isEmpty()) {
            return RangeRelation.NARROWER;
        }
        return before.intersects(after) ? RangeRelation.OVERLAPPING : RangeRelation.DISJOINT;
    }
}
