package io.axiom.version.resolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds facts that contradict each other, none of which can be left out: tries without each of them in turn, and goes on with
 * those that the shorter proof uses.
 */
final class SmallestCore {
    private final Problem problem;
    private final Budget budget;

    SmallestCore(Problem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
    }

    /**
     * A proof from facts that contradict each other.
     *
     * @param minimal whether every one of them is needed
     */
    record Core(Incompatibility contradiction, List<Incompatibility> facts, boolean minimal) {}

    /** @param contradiction a proof that there is no solution */
    Core of(Incompatibility contradiction) {
        Incompatibility proof = trimmed(contradiction);
        List<Incompatibility> open = factsOf(proof);
        List<Incompatibility> needed = new ArrayList<>();
        while (!open.isEmpty()) {
            Incompatibility tried = open.removeLast();
            List<Incompatibility> rest = new ArrayList<>(needed);
            rest.addAll(open);
            switch (new Search(problem.with(rest), budget).run()) {
                case Search.Outcome.Found _ -> needed.add(tried);
                case Search.Outcome.Refuted refuted -> {
                    proof = refuted.proof();
                    Set<Incompatibility> used = identities(factsOf(proof));
                    open.removeIf(fact -> !used.contains(fact));
                }
                case Search.Outcome.GivenUp _ -> {
                    return new Core(proof, factsOf(proof), false);
                }
            }
        }
        return new Core(proof, factsOf(proof), true);
    }

    /** Looking again among only the facts of a proof often gives one with fewer. */
    private Incompatibility trimmed(Incompatibility proof) {
        Incompatibility best = proof;
        int size = factsOf(best).size();
        while (new Search(problem.with(factsOf(best)), budget).run() instanceof Search.Outcome.Refuted refuted
                && factsOf(refuted.proof()).size() < size) {
            best = refuted.proof();
            size = factsOf(best).size();
        }
        return best;
    }

    /** The facts a proof starts from, in the order it uses them. */
    static List<Incompatibility> factsOf(Incompatibility proof) {
        List<Incompatibility> facts = new ArrayList<>();
        Set<Incompatibility> seen = identities(List.of());
        List<Incompatibility> open = new ArrayList<>(List.of(proof));
        while (!open.isEmpty()) {
            Incompatibility next = open.removeLast();
            if (!seen.add(next)) {
                continue;
            }
            switch (next.cause()) {
                case Incompatibility.Cause.Known _ -> facts.add(next);
                case Incompatibility.Cause.Derived derived -> {
                    open.add(derived.second());
                    open.add(derived.first());
                }
                case Incompatibility.Cause.Learned learned -> {
                    learned.others().reversed().forEach(other -> open.add(other.with()));
                    open.add(learned.start());
                }
            }
        }
        return facts;
    }

    private static Set<Incompatibility> identities(List<Incompatibility> facts) {
        Set<Incompatibility> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(facts);
        return set;
    }
}
