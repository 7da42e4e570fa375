package io.axiom.version.resolution;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Terms that are never all true together. A term says that a component is one of some choices. See
 * <a href="https://github.com/dart-lang/pub/blob/master/doc/solver.md#incompatibility">PubGrub, Incompatibility</a>.
 */
final class Incompatibility {
    /** Where it comes from. */
    sealed interface Cause {
        record Known(Fact fact) implements Cause {}

        /** Follows from two others. */
        record Derived(Incompatibility first, Incompatibility second) implements Cause {}

        /** Follows from one with others in turn; what comes between is kept only as far as it can be found again. */
        record Learned(Incompatibility start, List<Resolvent> others) implements Cause {}
    }

    /** What to resolve with, and by which component. */
    record Resolvent(int pivot, Incompatibility with) {}

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

    /** @param terms what comes of resolving {@code start} with each of the others; ordered by component */
    static Incompatibility learned(List<Term> terms, Incompatibility start, List<Resolvent> others) {
        return others.isEmpty() ? start : new Incompatibility(terms, new Cause.Learned(start, List.copyOf(others)));
    }

    /** The same with each step of its own, derived from the ones given for those it was learned from. */
    static Incompatibility inSteps(Cause.Learned cause, UnaryOperator<Incompatibility> step) {
        Incompatibility current = step.apply(cause.start());
        for (Resolvent resolvent : cause.others()) {
            current = resolve(current, step.apply(resolvent.with()), resolvent.pivot());
        }
        return current;
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
        return !(cause instanceof Cause.Known);
    }

    /** Whether it forbids everything, which proves that there is no solution. */
    boolean isContradiction() {
        return terms.isEmpty() || (terms.size() == 1 && terms.getFirst().component() == Problem.ROOT);
    }
}
