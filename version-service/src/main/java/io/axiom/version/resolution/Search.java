package io.axiom.version.resolution;

import io.axiom.version.resolution.Incompatibility.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run of <a href="https://github.com/dart-lang/pub/blob/master/doc/solver.md">PubGrub</a>. Each incompatibility is looked at
 * only when one of two terms it watches becomes true, as SAT solvers do; and components that took part in recent conflicts are
 * decided first.
 */
final class Search {
    private final Problem problem;
    private final Budget budget;
    private final Trail trail;
    private final Conflicts conflicts;
    private final Priorities priorities;
    private final List<List<Watched>> watchers = new ArrayList<>();
    private int propagated;

    /** An incompatibility and the two of its terms that are watched, by their place. */
    private static final class Watched {
        final Incompatibility incompatibility;
        final List<Term> terms;
        int first;
        int second;

        Watched(Incompatibility incompatibility, int first, int second) {
            this.incompatibility = incompatibility;
            this.terms = incompatibility.terms();
            this.first = first;
            this.second = second;
        }
    }

    Search(Problem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
        this.trail = new Trail(problem);
        this.priorities = new Priorities(problem.size());
        this.conflicts = new Conflicts(trail, budget, priorities);
        for (int i = 0; i < problem.size(); i++) {
            watchers.add(new ArrayList<>());
        }
    }

    /** What came of it. */
    sealed interface Outcome {
        /** A choice for each component, by number. */
        record Found(List<Integer> choices) implements Outcome {}

        /** A contradiction derived from the facts. */
        record Refuted(Incompatibility proof) implements Outcome {}
    }

    /** @throws Budget.Spent when it takes too many steps */
    Outcome run() {
        trail.decide(Problem.ROOT, Choices.only(1, Problem.ASKED));
        for (Incompatibility fact : problem.facts()) {
            if (fact.isContradiction()) {
                return new Outcome.Refuted(fact);
            }
            if (fact.terms().size() == 1) {
                forbid(fact.terms().getFirst(), fact);
            } else {
                watch(fact, 0, 1);
            }
        }
        while (true) {
            Incompatibility conflict = propagate();
            if (conflict != null) {
                Incompatibility contradiction = learnFrom(conflict);
                if (contradiction != null) {
                    return new Outcome.Refuted(contradiction);
                }
            } else if (!decide()) {
                return new Outcome.Found(chosen());
            }
        }
    }

    private void watch(Incompatibility incompatibility, int first, int second) {
        Watched watched = new Watched(incompatibility, first, second);
        watchers.get(incompatibility.terms().get(first).component()).add(watched);
        watchers.get(incompatibility.terms().get(second).component()).add(watched);
    }

    private void forbid(Term term, Incompatibility cause) {
        if (!trail.domain(term.component()).isDisjointFrom(term.choices())) {
            trail.derive(term.component(), term.choices().complement(), cause);
        }
    }

    /** Draws every conclusion there is; returns an incompatibility all of whose terms have become true, if any. */
    private @Nullable Incompatibility propagate() {
        while (propagated < trail.size()) {
            int component = trail.entry(propagated++).component();
            List<Watched> list = watchers.get(component);
            int kept = 0;
            for (int i = 0; i < list.size(); i++) {
                Watched watched = list.get(i);
                Visit visit = visit(watched, component);
                if (visit != Visit.MOVED) {
                    list.set(kept++, watched);
                }
                if (visit == Visit.CONFLICT) {
                    for (int rest = i + 1; rest < list.size(); rest++) {
                        list.set(kept++, list.get(rest));
                    }
                    list.subList(kept, list.size()).clear();
                    return watched.incompatibility;
                }
            }
            list.subList(kept, list.size()).clear();
        }
        return null;
    }

    private enum Visit {
        KEPT,
        MOVED,
        CONFLICT
    }

    private Visit visit(Watched watched, int component) {
        budget.spend(1);
        boolean isFirst = watched.terms.get(watched.first).component() == component;
        if (!trail.satisfies(watched.terms.get(isFirst ? watched.first : watched.second))) {
            return Visit.KEPT;
        }
        int other = isFirst ? watched.second : watched.first;
        for (int i = 0; i < watched.terms.size(); i++) {
            if (i != watched.first && i != watched.second && !trail.satisfies(watched.terms.get(i))) {
                watched.first = other;
                watched.second = i;
                watchers.get(watched.terms.get(i).component()).add(watched);
                return Visit.MOVED;
            }
        }
        Term last = watched.terms.get(other);
        if (trail.satisfies(last)) {
            return Visit.CONFLICT;
        }
        forbid(last, watched.incompatibility);
        return Visit.KEPT;
    }

    private @Nullable Incompatibility learnFrom(Incompatibility conflict) {
        Conflicts.Learned learned = conflicts.rootCause(conflict);
        Term forbidden = learned.forbidden();
        if (forbidden == null) {
            return learned.incompatibility();
        }
        priorities.age();
        trail.backTo(learned.level());
        propagated = trail.size();
        if (learned.incompatibility() != conflict
                && learned.incompatibility().terms().size() > 1) {
            watchLearned(learned.incompatibility(), forbidden);
        }
        forbid(forbidden, learned.incompatibility());
        return null;
    }

    /** Watches the term that was last to become true beside the forbidden one, for it is the first to be open again. */
    private void watchLearned(Incompatibility incompatibility, Term forbidden) {
        List<Term> terms = incompatibility.terms();
        int latest = Trail.NONE;
        int second = 0;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term != forbidden) {
                int index = trail.satisfier(term.component(), term.choices());
                second = index > latest ? i : second;
                latest = Math.max(index, latest);
            }
        }
        watch(incompatibility, terms.indexOf(forbidden), second);
    }

    private boolean decide() {
        int best = Trail.NONE;
        for (int component = 1; component < problem.size(); component++) {
            Choices domain = trail.domain(component);
            if (!domain.mayBeLeftOut()
                    && (best == Trail.NONE || priorities.of(component) > priorities.of(best))
                    && domain.count() > 1) {
                best = component;
            }
        }
        if (best == Trail.NONE) {
            return false;
        }
        Choices domain = trail.domain(best);
        Choices preferred = domain.and(problem.preferred().get(best));
        int choice = (preferred.isEmpty() ? domain : preferred).newest();
        trail.decide(best, Choices.only(problem.versions().get(best).size(), choice));
        return true;
    }

    private List<Integer> chosen() {
        return IntStream.range(0, problem.size())
                .mapToObj(trail::domain)
                .map(domain -> domain.mayBeLeftOut() ? Choices.LEFT_OUT : domain.newest())
                .toList();
    }
}
