package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.TypeSchemas;
import java.util.List;

/**
 * Whether what one alternative of a {@code oneOf} allows is surely not allowed by another: they contradict each other, or the
 * other allows no more than an alternative that did not hold before.
 */
final class Exclusivity {
    private Exclusivity() {}

    /** When one option allows everything that was valid. */
    static boolean ofWhole(Comparison in, Conjunction before, List<Conjunction> options, int match) {
        for (int other = 0; other < options.size(); other++) {
            if (other != match && !contradicts(in, before, options.get(other))) {
                return false;
            }
        }
        return true;
    }

    /** When each branch before has an option that allows it. */
    static boolean ofMatching(Comparison in, Conjunction before, List<Conjunction> options, Matching matching) {
        for (int branch = 0; branch < matching.known().branches().size(); branch++) {
            Conjunction instances = matching.instances(branch);
            for (int other = 0; other < options.size(); other++) {
                if (other != matching.optionOf(branch)
                        && !excludes(in, instances, options.get(other), matching, branch, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether no instance of a branch is one of another option: as a whole, or type by type. */
    private static boolean excludes(
            Comparison in, Conjunction instances, Conjunction option, Matching matching, int branch, int index) {
        if (contradicts(in, instances, option)) {
            return true;
        }
        if (!matching.known().isOneOf()) {
            return false;
        }
        return isOfAnother(in, matching, branch, option, index)
                || instances.types().names().stream().allMatch(type -> {
                    Conjunction ofType = option.and(List.of(TypeSchemas.named(type)));
                    return contradicts(in, instances, ofType) || isOfAnother(in, matching, branch, ofType, index);
                });
    }

    private static boolean contradicts(Comparison in, Conjunction instances, Conjunction option) {
        return option.isNever() || in.satisfiability().isEmpty(instances.and(option.members()));
    }

    private static boolean isOfAnother(Comparison in, Matching matching, int branch, Conjunction option, int index) {
        int branches = matching.known().branches().size();
        if (index < branches && index != branch && allows(in, matching, index, option)) {
            return true;
        }
        for (int other = 0; other < branches; other++) {
            if (other != branch && allows(in, matching, other, option)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allows(Comparison in, Matching matching, int branch, Conjunction option) {
        return in.judgeSwapped(option, matching.alone(branch)) == Judgement.SAFE;
    }
}
