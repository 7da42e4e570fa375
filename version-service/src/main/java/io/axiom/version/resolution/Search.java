package io.axiom.version.resolution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One run of <a href="https://github.com/dart-lang/pub/blob/master/doc/solver.md">PubGrub</a>: draw conclusions, learn from
 * conflicts, decide. When that keeps failing it starts again, knowing what it has learned, and takes what fits best before what
 * is newest.
 */
final class Search {
    /** So many dead ends mean that taking the newest leads nowhere. */
    private static final int PATIENCE = 200;

    private static final int FACTS_PER_STEP = 2;
    private static final int MOST_NAMED = 5;

    private final Problem problem;
    private final Budget budget;
    private final Trail trail;
    private final Priorities priorities;
    private final Propagation propagation;
    private final Conflicts conflicts;
    private final Decisions decisions;
    private int learned;

    Search(Problem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
        this.trail = new Trail(problem);
        this.priorities = new Priorities(problem.size());
        this.propagation = new Propagation(problem, trail, budget);
        this.conflicts = new Conflicts(problem.size(), trail, budget, priorities);
        this.decisions = new Decisions(problem, trail, priorities, propagation, budget);
    }

    /** What came of it. */
    sealed interface Outcome {
        /** A choice for each component, by number. */
        record Found(List<Integer> choices) implements Outcome {}

        /** A contradiction derived from the facts. */
        record Refuted(Incompatibility proof) implements Outcome {}

        /** More steps than allowed; these components were in most of the conflicts. */
        record GivenUp(List<Integer> stuckAt) implements Outcome {}
    }

    Outcome run() {
        for (Incompatibility fact : problem.facts()) {
            if (fact.isContradiction()) {
                return new Outcome.Refuted(fact);
            }
        }
        budget.spend((problem.size() + problem.facts().size()) / FACTS_PER_STEP);
        trail.decide(Problem.ROOT, Choices.only(1, Problem.ASKED));
        problem.facts().forEach(propagation::know);
        while (!budget.isSpent()) {
            Incompatibility conflict = propagation.run();
            if (conflict != null) {
                Conflicts.Learned cause = conflicts.rootCause(conflict);
                if (cause.isContradiction()) {
                    return new Outcome.Refuted(cause.incompatibility());
                }
                learn(cause, conflict);
            } else if (!decisions.decide()) {
                return new Outcome.Found(chosen());
            }
        }
        return new Outcome.GivenUp(stuckAt());
    }

    private void learn(Conflicts.Learned cause, Incompatibility conflict) {
        learned++;
        priorities.age();
        propagation.backTo(cause.level());
        if (cause.incompatibility() != conflict) {
            propagation.learn(cause.incompatibility(), cause.forbidden());
        }
        propagation.forbid(cause.forbidden(), cause.incompatibility());
        if (learned == PATIENCE) {
            propagation.backTo(Conflicts.GROUND);
            decisions.takeWhatFits();
        }
    }

    private List<Integer> chosen() {
        return IntStream.range(0, problem.size())
                .mapToObj(trail::domain)
                .map(domain -> domain.mayBeLeftOut() ? Choices.LEFT_OUT : domain.newest())
                .toList();
    }

    private List<Integer> stuckAt() {
        return IntStream.range(1, problem.size())
                .boxed()
                .filter(component -> priorities.of(component) > 0)
                .sorted(Comparator.comparing(priorities::of).reversed())
                .limit(MOST_NAMED)
                .toList();
    }
}
