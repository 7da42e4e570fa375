package io.axiom.version.resolution;

import io.axiom.version.resolution.Incompatibility.Resolvent;
import io.axiom.version.resolution.Incompatibility.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the root cause of a conflict. See
 * <a href="https://github.com/dart-lang/pub/blob/master/doc/solver.md#conflict-resolution">PubGrub, Conflict Resolution</a>.
 * Walks the trail backwards once: the term satisfied last is resolved with what caused that, until only one term is left that
 * became true since the last decision that matters.
 */
final class Conflicts {
    /** The level of what holds whatever is decided. */
    static final int GROUND = 1;

    private static final Term ASKED = new Term(Problem.ROOT, Choices.only(1, Problem.ASKED));

    private final Trail trail;
    private final Budget budget;
    private final Priorities priorities;

    /** The terms so far by component; where none stands, null. Where each became true on the trail. */
    private final @Nullable Choices[] terms;

    private final int[] satisfiers;
    private final BitSet touched = new BitSet();
    /** How many of them became true since the last decision. */
    private int open;

    Conflicts(int components, Trail trail, Budget budget, Priorities priorities) {
        this.trail = trail;
        this.budget = budget;
        this.priorities = priorities;
        this.terms = new Choices[components];
        this.satisfiers = new int[components];
        Arrays.fill(satisfiers, Trail.NONE);
    }

    /**
     * What was learned.
     *
     * @param level back to where {@code forbidden} follows from the rest of {@code incompatibility}
     * @param forbidden the term that cannot be true there
     */
    record Learned(Incompatibility incompatibility, int level, Term forbidden) {
        /** Whether it proves that there is no solution. */
        boolean isContradiction() {
            return forbidden.component() == Problem.ROOT;
        }
    }

    /** @param conflict an incompatibility all of whose terms are true on the trail */
    Learned rootCause(Incompatibility conflict) {
        List<Resolvent> resolvents = new ArrayList<>();
        merge(conflict, Problem.ROOT);
        Learned learned = null;
        for (int index = trail.size() - 1; learned == null; index--) {
            Trail.Entry entry = trail.entry(index);
            int pivot = entry.component();
            Choices term = terms[pivot];
            if (pivot == Problem.ROOT) {
                learned = new Learned(Incompatibility.learned(List.of(), conflict, resolvents), GROUND, ASKED);
            } else if (term != null && satisfiers[pivot] == index) {
                Incompatibility cause = entry.cause();
                int before = cause == null || open <= 1 ? levelBefore(entry, term) : entry.level();
                if (cause == null || before < entry.level()) {
                    Term forbidden = new Term(pivot, term);
                    learned =
                            new Learned(Incompatibility.learned(remaining(), conflict, resolvents), before, forbidden);
                } else {
                    resolvents.add(new Resolvent(pivot, cause));
                    merge(cause, pivot);
                }
            }
        }
        clear();
        return learned;
    }

    private void merge(Incompatibility other, int pivot) {
        budget.spend(other.terms().size());
        for (Term term : other.terms()) {
            int component = term.component();
            if (component != Problem.ROOT) {
                Choices mine = terms[component];
                Choices both = mine == null
                        ? term.choices()
                        : component == pivot ? mine.or(term.choices()) : mine.and(term.choices());
                set(component, both.isEverything() ? null : both);
            }
        }
    }

    private void set(int component, @Nullable Choices choices) {
        if (satisfiers[component] != Trail.NONE && isOpen(component)) {
            open--;
        }
        if (!touched.get(component)) {
            touched.set(component);
            priorities.raise(component);
        }
        terms[component] = choices;
        satisfiers[component] = choices == null ? Trail.NONE : trail.satisfier(component, choices);
        if (choices != null && isOpen(component)) {
            open++;
        }
    }

    /** The level at which all terms but this one were true, and of this one what the entry does not say. */
    private int levelBefore(Trail.Entry entry, Choices term) {
        int level = GROUND;
        for (int other = touched.nextSetBit(0); other >= 0; other = touched.nextSetBit(other + 1)) {
            if (other != entry.component() && terms[other] != null) {
                level = Math.max(level, trail.entry(satisfiers[other]).level());
            }
        }
        Choices rest = entry.said().minus(term);
        return rest.isEmpty()
                ? level
                : Math.max(
                        level,
                        trail.entry(trail.excluder(entry.component(), rest)).level());
    }

    private List<Term> remaining() {
        List<Term> remaining = new ArrayList<>();
        touched.stream().forEach(component -> {
            Choices choices = terms[component];
            if (choices != null) {
                remaining.add(new Term(component, choices));
            }
        });
        return remaining;
    }

    private void clear() {
        touched.stream().forEach(component -> {
            terms[component] = null;
            satisfiers[component] = Trail.NONE;
        });
        touched.clear();
        open = 0;
    }

    private boolean isOpen(int component) {
        return trail.entry(satisfiers[component]).level() == trail.level();
    }
}
