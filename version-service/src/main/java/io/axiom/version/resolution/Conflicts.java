package io.axiom.version.resolution;

import io.axiom.version.resolution.Incompatibility.Term;
import org.jspecify.annotations.Nullable;

/**
 * Finds the root cause of a conflict. See
 * <a href="https://github.com/dart-lang/pub/blob/master/doc/solver.md#conflict-resolution">PubGrub, Conflict Resolution</a>.
 */
final class Conflicts {
    /** The level of what holds whatever is decided. */
    static final int GROUND = 1;

    private final Trail trail;
    private final Budget budget;
    private final Priorities priorities;

    Conflicts(Trail trail, Budget budget, Priorities priorities) {
        this.trail = trail;
        this.budget = budget;
        this.priorities = priorities;
    }

    /**
     * What was learned.
     *
     * @param level back to where {@code forbidden} follows from the rest of {@code incompatibility}
     * @param forbidden the term that cannot be true there; null when there is no solution
     */
    record Learned(
            Incompatibility incompatibility,
            int level,
            @Nullable Term forbidden) {}

    /** @param conflict an incompatibility all of whose terms are true on the trail */
    Learned rootCause(Incompatibility conflict) {
        Incompatibility current = conflict;
        while (!current.isContradiction()) {
            budget.spend(current.terms().size());
            Term latest = current.terms().getFirst();
            int satisfier = Trail.NONE;
            int before = GROUND;
            for (Term term : current.terms()) {
                int index = trail.satisfier(term.component(), term.choices());
                before = Math.max(before, levelOf(Math.min(index, satisfier)));
                if (index > satisfier) {
                    satisfier = index;
                    latest = term;
                }
            }
            Trail.Entry entry = trail.entry(satisfier);
            Choices rest = entry.said().minus(latest.choices());
            if (!rest.isEmpty()) {
                // The entry makes the term true only together with an earlier one.
                before = Math.max(before, levelOf(trail.excluder(latest.component(), rest)));
            }
            priorities.raise(latest.component());
            Incompatibility cause = entry.cause();
            if (cause == null || before < entry.level()) {
                current.terms().forEach(term -> priorities.raise(term.component()));
                return new Learned(current, before, latest);
            }
            current = Incompatibility.resolve(current, cause, latest.component());
        }
        return new Learned(current, GROUND, null);
    }

    private int levelOf(int index) {
        return index == Trail.NONE ? GROUND : trail.entry(index).level();
    }
}
