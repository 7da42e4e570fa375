package io.axiom.version.resolution;

import io.axiom.language.version.resolution.Explanation;
import io.axiom.language.version.resolution.Explanation.Line;
import io.axiom.language.version.resolution.Explanation.Statement;
import io.axiom.version.resolution.Incompatibility.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a proof as lines, each of which follows from the line before and at most two facts. Lines that are used again get a
 * number. See <a href="https://github.com/dart-lang/pub/blob/master/doc/solver.md#error-reporting">PubGrub, Error Reporting</a>.
 */
final class ExplanationWriter {
    /** A proof of more steps is not one that people follow. */
    static final int MOST_STEPS = 300;

    private final SmallestCore.Core core;
    private final Sentences sentences;
    private final Map<Incompatibility, Integer> uses = new IdentityHashMap<>();
    private final Map<Incompatibility, Integer> numbers = new IdentityHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    ExplanationWriter(Problem problem, SmallestCore.Core core) {
        this.core = core;
        this.sentences = new Sentences(problem, core.facts());
    }

    Explanation write() {
        Incompatibility proof = ProofSteps.of(core.contradiction(), MOST_STEPS);
        if (proof != null) {
            countUses(proof);
            if (proof.isDerived()) {
                explain(proof, false);
            } else {
                line(proof, "Because " + sentences.of(proof) + ", no set of versions fits.", false);
            }
        }
        return new Explanation(lines, core.facts().stream().map(this::statement).toList(), core.minimal());
    }

    private Statement statement(Incompatibility known) {
        Fact fact = ((Cause.Known) known.cause()).fact();
        Explanation.Kind kind = switch (fact) {
            case Fact.Asked _ -> Explanation.Kind.WANTED;
            case Fact.Pinned _ -> Explanation.Kind.PINNED;
            case Fact.Depends _ -> Explanation.Kind.DEPENDENCY;
            case Fact.Excluded _ -> Explanation.Kind.EXCLUDED;
        };
        return new Statement(
                kind, sentences.name(fact.component()), sentences.of(fact).toString());
    }

    private void countUses(Incompatibility proof) {
        List<Incompatibility> open = new ArrayList<>(List.of(proof));
        while (!open.isEmpty()) {
            Incompatibility next = open.removeLast();
            if (uses.merge(next, 1, Integer::sum) == 1 && next.cause() instanceof Cause.Derived derived) {
                Collections.addAll(open, derived.first(), derived.second());
            }
        }
    }

    /** @param concludes the line ends a paragraph that a later one refers to */
    private void explain(Incompatibility step, boolean concludes) {
        Cause.Derived cause = (Cause.Derived) step.cause();
        Incompatibility first = cause.first();
        Incompatibility second = cause.second();
        if (first.isDerived() && second.isDerived()) {
            fromTwoSteps(step, first, second, concludes);
        } else if (first.isDerived()) {
            fromStepAndFact(step, first, second, concludes);
        } else if (second.isDerived()) {
            fromStepAndFact(step, second, first, concludes);
        } else {
            line(step, "Because " + sentences.both(first, "", second, ""), concludes);
        }
    }

    private void fromTwoSteps(Incompatibility step, Incompatibility first, Incompatibility second, boolean concludes) {
        boolean firstKnown = numbers.containsKey(first);
        boolean secondKnown = numbers.containsKey(second);
        if (firstKnown && secondKnown) {
            line(step, "Because " + sentences.both(first, mark(first), second, mark(second)), concludes);
        } else if (firstKnown || secondKnown) {
            Incompatibility known = firstKnown ? first : second;
            explain(firstKnown ? second : first, false);
            line(step, joining(step, concludes) + " because " + sentences.of(known) + mark(known), concludes);
        } else {
            // The shorter one comes last, next to the line that joins them.
            boolean firstIsShort = isOneLine(first) && !isOneLine(second);
            Incompatibility far = firstIsShort ? second : first;
            Incompatibility near = firstIsShort ? first : second;
            explain(far, true);
            if (numbers.containsKey(near)) {
                fromTwoSteps(step, first, second, concludes);
                return;
            }
            explain(near, false);
            line(step, joining(step, concludes) + " because " + sentences.of(far) + mark(far), concludes);
        }
    }

    private void fromStepAndFact(
            Incompatibility step, Incompatibility derived, Incompatibility fact, boolean concludes) {
        Incompatibility earlier = collapsed(derived);
        if (numbers.containsKey(derived)) {
            line(step, "Because " + sentences.both(fact, "", derived, mark(derived)), concludes);
        } else if (earlier != null) {
            Cause.Derived between = (Cause.Derived) derived.cause();
            Incompatibility factBetween = between.first() == earlier ? between.second() : between.first();
            explain(earlier, false);
            line(step, joining(step, concludes) + " because " + sentences.both(factBetween, "", fact, ""), concludes);
        } else {
            explain(derived, false);
            line(step, joining(step, concludes) + " because " + sentences.of(fact), concludes);
        }
    }

    /** The step before a step that need not be said: one that is used once and follows from a step just said and a fact. */
    private @Nullable Incompatibility collapsed(Incompatibility derived) {
        Cause.Derived cause = (Cause.Derived) derived.cause();
        if (uses.getOrDefault(derived, 0) > 1
                || cause.first().isDerived() == cause.second().isDerived()) {
            return null;
        }
        Incompatibility earlier = cause.first().isDerived() ? cause.first() : cause.second();
        return numbers.containsKey(earlier) ? null : earlier;
    }

    private static boolean isOneLine(Incompatibility step) {
        return step.cause() instanceof Cause.Derived cause
                && !cause.first().isDerived()
                && !cause.second().isDerived();
    }

    private String joining(Incompatibility step, boolean concludes) {
        return concludes || step.isContradiction() ? "So," : "And";
    }

    private String mark(Incompatibility step) {
        return " (" + numbers.get(step) + ")";
    }

    private void line(Incompatibility step, String reason, boolean concludes) {
        boolean numbered = concludes || uses.getOrDefault(step, 0) > 1;
        Integer number = numbered ? numbers.size() + 1 : null;
        if (number != null) {
            numbers.put(step, number);
        }
        lines.add(new Line(number, step.isDerived() ? reason + ", " + sentences.of(step) + "." : reason));
    }
}
