package io.axiom.version.resolution;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Terms that are never all true together. A term says that a component is one of some choices. See
 * <a href="https://github.com/dart-lang/pub/blob/master/doc/solver.md#incompatibility">PubGrub, Incompatibility</a>.
 */
final class Incompatibility {
    /** Where it comes from. */
    sealed interface Cause {
        record Known(Fact fact) implements Cause {}

        record Derived(Incompatibility first, Incompatibility second) implements Cause {}
    }

    /** Ordered by component. */
    private final List<Term> terms;

    private final Cause cause;

    /** Is true when the component is one of {@code choices}. */
    record Term(int component, Choices choices) {
        /** Says that the component is there; else it says what it is not. */
        boolean isPositive() {
            return !choices.mayBeLeftOut();
        }
    }

    private Incompatibility(List<Term> terms, Cause cause) {
        this.terms = List.copyOf(terms);
        this.cause = cause;
    }

    /** A fact's terms; those that are always true say nothing and are left out. */
    static Incompatibility known(Fact fact, Term... terms) {
        return new Incompatibility(
                Stream.of(terms)
                        .filter(term -> !term.choices().isEverything())
                        .sorted(comparingInt(Term::component))
                        .toList(),
                new Cause.Known(fact));
    }

    /**
     * What follows from two of them when each forbids something of {@code pivot}: together with the other terms of both, the
     * pivot cannot be in either's choices.
     */
    static Incompatibility resolve(Incompatibility first, Incompatibility second, int pivot) {
        List<Term> terms = new ArrayList<>(first.terms.size() + second.terms.size());
        int i = 0;
        int j = 0;
        while (i < first.terms.size() || j < second.terms.size()) {
            int order = Integer.compare(first.componentAt(i), second.componentAt(j));
            if (order != 0) {
                terms.add(order < 0 ? first.terms.get(i++) : second.terms.get(j++));
            } else {
                Choices mine = first.terms.get(i++).choices();
                Choices theirs = second.terms.get(j).choices();
                int component = second.terms.get(j++).component();
                Choices both = component == pivot ? mine.or(theirs) : mine.and(theirs);
                if (!both.isEverything()) {
                    terms.add(new Term(component, both));
                }
            }
        }
        if (terms.size() > 1 && terms.getFirst().component() == Problem.ROOT) {
            terms.removeFirst();
        }
        return new Incompatibility(terms, new Cause.Derived(first, second));
    }

    private int componentAt(int index) {
        return index < terms.size() ? terms.get(index).component() : Integer.MAX_VALUE;
    }

    List<Term> terms() {
        return terms;
    }

    Cause cause() {
        return cause;
    }

    boolean isDerived() {
        return cause instanceof Cause.Derived;
    }

    /** Whether it forbids everything, which proves that there is no solution. */
    boolean isContradiction() {
        return terms.isEmpty() || (terms.size() == 1 && terms.getFirst().component() == Problem.ROOT);
    }
}
