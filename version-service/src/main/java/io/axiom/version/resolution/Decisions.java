package io.axiom.version.resolution;

import io.axiom.version.resolution.Propagation.Need;

/**
 * Which component to decide next, and for which version. Components that were in conflicts and have few versions left come first
 * (dom/wdeg, Boussemart and others, 2004), then those the request reaches first.
 */
final class Decisions {
    private static final int COMPONENTS_PER_STEP = 16;

    private final Problem problem;
    private final Trail trail;
    private final Priorities priorities;
    private final Propagation propagation;
    private final Budget budget;
    private boolean whatFits;

    Decisions(Problem problem, Trail trail, Priorities priorities, Propagation propagation, Budget budget) {
        this.problem = problem;
        this.trail = trail;
        this.priorities = priorities;
        this.propagation = propagation;
        this.budget = budget;
    }

    /** From now on takes the version that narrows the others least, and not the newest. */
    void takeWhatFits() {
        whatFits = true;
    }

    /** Decides for a version; false when nothing is left to decide. */
    boolean decide() {
        int component = nextComponent();
        if (component == Problem.ROOT) {
            return false;
        }
        Choices domain = trail.domain(component);
        Choices preferred = domain.and(problem.preferred().get(component));
        Choices from = preferred.isEmpty() ? domain : preferred;
        int choice = whatFits ? gentlest(component, from) : from.newest();
        trail.decide(component, Choices.only(problem.versions().get(component).size(), choice));
        return true;
    }

    private int nextComponent() {
        budget.spend(problem.size() / COMPONENTS_PER_STEP);
        int best = Problem.ROOT;
        double highest = -1;
        for (int component = 1; component < problem.size(); component++) {
            Choices domain = trail.domain(component);
            if (!domain.mayBeLeftOut()) {
                int count = domain.count();
                double weight = priorities.of(component) / count;
                if (count > 1 && weight > highest) {
                    best = component;
                    highest = weight;
                }
            }
        }
        return best;
    }

    /** The newest of those whose needs leave the others the most to choose from. */
    private int gentlest(int component, Choices from) {
        budget.spend(propagation.needsOf(component).size());
        double[] costs = new double[problem.versions().get(component).size() + 1];
        for (Need need : propagation.needsOf(component)) {
            Choices domain = trail.domain(need.unfit().component());
            double kept = domain.minus(need.unfit().choices()).count();
            double cost = Math.log(domain.count() / kept);
            need.when().choices().stream().forEach(version -> costs[version] += cost);
        }
        int best = from.newest();
        for (int version = best - 1; version > 0; version--) {
            best = from.contains(version) && costs[version] < costs[best] ? version : best;
        }
        return best;
    }
}
