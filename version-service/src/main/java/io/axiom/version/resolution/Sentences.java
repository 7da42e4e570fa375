package io.axiom.version.resolution;

import io.axiom.version.resolution.Incompatibility.Cause;
import io.axiom.version.resolution.Incompatibility.Term;
import java.util.List;
import java.util.stream.Collectors;

/** Says facts and what follows from them in words. */
final class Sentences {
    private final Problem problem;
    private final VersionWords words;

    Sentences(Problem problem, List<Incompatibility> facts) {
        this.problem = problem;
        this.words = new VersionWords(problem, facts);
    }

    String name(int component) {
        return words.name(component);
    }

    Sentence of(Incompatibility incompatibility) {
        return switch (incompatibility.cause()) {
            case Cause.Known known -> of(known.fact());
            case Cause.Derived _, Cause.Learned _ -> derived(incompatibility);
        };
    }

    Sentence of(Fact fact) {
        int component = fact.component();
        String name = words.name(component);
        return switch (fact) {
            case Fact.Asked asked ->
                new Sentence(
                        component,
                        name + " " + asked.range(),
                        "is wanted" + (asked.matching().isEmpty() ? words.noMatch(component) : ""));
            case Fact.Pinned pinned ->
                new Sentence(component, name, "is pinned to " + problem.version(component, pinned.choice()));
            case Fact.Depends depends ->
                new Sentence(component, words.every(component, depends.versions()), "depends on " + need(depends));
            case Fact.Excluded excluded ->
                new Sentence(component, words.every(component, excluded.versions()), "is " + excluded.remark());
        };
    }

    private String need(Fact.Depends depends) {
        String ranges = words.name(depends.on()) + " " + String.join(" or ", depends.ranges());
        if (depends.matching().isEmpty()) {
            return ranges + words.noMatch(depends.on());
        }
        if (depends.on() == depends.component()) {
            return ranges + ", another version of itself";
        }
        return depends.ranges().size() == 1 ? ranges : words.needed(depends.on(), depends.matching());
    }

    private Sentence derived(Incompatibility incompatibility) {
        if (incompatibility.isContradiction()) {
            return new Sentence(Sentence.SEVERAL, "no set of versions", "fits");
        }
        List<Term> present = incompatibility.terms().stream()
                .filter(term -> term.isPositive() && term.component() != Problem.ROOT)
                .toList();
        String needed = incompatibility.terms().stream()
                .filter(term -> !term.isPositive())
                .map(term -> words.needed(term.component(), term.choices().complement()))
                .collect(Collectors.joining(" or "));
        if (present.isEmpty()) {
            int component = incompatibility.terms().size() == 1
                    ? incompatibility.terms().getFirst().component()
                    : Sentence.SEVERAL;
            return new Sentence(component, needed, "is required");
        }
        if (present.size() == 1) {
            Term only = present.getFirst();
            return needed.isEmpty()
                    ? new Sentence(only.component(), words.some(only.component(), only.choices()), "cannot be used")
                    : new Sentence(
                            only.component(), words.every(only.component(), only.choices()), "requires " + needed);
        }
        String together = present.stream()
                .map(term -> words.some(term.component(), term.choices()))
                .collect(Collectors.joining(" and "));
        return new Sentence(
                Sentence.SEVERAL,
                together,
                needed.isEmpty() ? "cannot be used together" : "together require " + needed);
    }

    /** Both as one clause: what is said of the same thing twice names it once, and a chain is said as a chain. */
    String both(Incompatibility one, String oneMark, Incompatibility two, String twoMark) {
        Sentence first = of(one);
        Sentence second = of(two);
        if (first.subject().equals(second.subject()) && first.component() >= 0) {
            return first + oneMark + " and " + second.predicate() + twoMark;
        }
        if (leadsTo(one, two)) {
            return first + oneMark + ", which " + second.predicate() + twoMark;
        }
        if (leadsTo(two, one)) {
            return second + twoMark + ", which " + first.predicate() + oneMark;
        }
        return asksFor(two) && !asksFor(one)
                ? second + twoMark + " and " + first + oneMark
                : first + oneMark + " and " + second + twoMark;
    }

    private static boolean asksFor(Incompatibility incompatibility) {
        return incompatibility.cause() instanceof Cause.Known known
                && (known.fact() instanceof Fact.Asked || known.fact() instanceof Fact.Pinned);
    }

    /** Whether what the one needs is what the other is about, and the one says nothing else. */
    private static boolean leadsTo(Incompatibility one, Incompatibility other) {
        List<Term> needed =
                one.terms().stream().filter(term -> !term.isPositive()).toList();
        List<Term> subjects = other.terms().stream().filter(Term::isPositive).toList();
        return needed.size() == 1
                && subjects.size() == 1
                && one.terms().size() == 2
                && one.terms().getFirst().component() != Problem.ROOT
                && needed.getFirst().component() == subjects.getFirst().component()
                && needed.getFirst()
                        .choices()
                        .complement()
                        .isSubsetOf(subjects.getFirst().choices());
    }
}
