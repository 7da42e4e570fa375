package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Bound;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Types;
import org.jspecify.annotations.Nullable;

/** {@code minimum} with {@code exclusiveMinimum}, or {@code maximum} with {@code exclusiveMaximum}. */
final class NumberBoundRule implements Rule {
    private final boolean lower;
    private final String name;

    NumberBoundRule(boolean lower) {
        this.lower = lower;
        this.name = lower ? "number-minimum" : "number-maximum";
    }

    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        Bound is = Bound.of(now.members(), lower);
        Bound was = Bound.of(before.members(), lower);
        if (is == null && was == null || !before.types().meets(Types.NUMBER)) {
            return;
        }
        if (is == null) {
            report(in, Judgement.SAFE, "removed", now.at(lower ? "minimum" : "maximum"), was, null);
        } else if (was == null) {
            report(in, Judgement.BREAKING, "added", now.at(is.keyword()), null, is);
        } else {
            boolean whole = !before.types().meets(Types.FRACTION);
            boolean implied = (whole ? was.ofWholeNumbers(lower) : was).implies(is, lower);
            if (!implied || !is.implies(was, lower) || was.value().compareTo(is.value()) != 0) {
                report(
                        in,
                        implied ? Judgement.SAFE : Judgement.BREAKING,
                        change(was, is),
                        now.at(is.keyword()),
                        was,
                        is);
            }
        }
    }

    private static String change(Bound was, Bound is) {
        int order = is.value().compareTo(was.value());
        return order != 0
                ? order > 0 ? "increased" : "decreased"
                : is.exclusive() ? "became-exclusive" : "became-inclusive";
    }

    private void report(
            Comparison in, Judgement judgement, String change, String path, @Nullable Bound was, @Nullable Bound is) {
        String sentence = (is == null ? "Numbers need no longer be " + text(was) : "Numbers must now be " + text(is))
                + (was == null
                        ? "; before, there was no such limit."
                        : is == null ? "." : "; before, " + text(was) + ".");
        in.report(
                judgement,
                name + "-" + change,
                path,
                was == null ? null : was.value(),
                is == null ? null : is.value(),
                sentence);
    }

    private String text(@Nullable Bound bound) {
        if (bound == null) {
            return "unlimited";
        }
        String relation =
                lower ? bound.exclusive() ? "above " : "at least " : bound.exclusive() ? "below " : "at most ";
        return relation + ValueText.of(bound.value());
    }
}
