package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;

/** Schemas that allow everything or nothing need no rules. */
final class Extremes {
    private Extremes() {}

    /** Whether the pair was one of extremes, and has been dealt with. */
    static boolean apply(Comparison in, Conjunction before, Conjunction now) {
        if (before.isNever()) {
            if (!now.isNever()) {
                in.addition(
                        "schema-now-allows-something",
                        now.pointer(),
                        "false",
                        null,
                        "Nothing was valid here before; now something can be.");
            }
            return true;
        }
        if (now.isNever()) {
            in.report(
                    Judgement.BREAKING,
                    "schema-allows-nothing",
                    now.pointer(),
                    null,
                    "false",
                    "Nothing is valid here any more.");
            return true;
        }
        if (isOpen(now) && UnknownKeywordRule.isUnderstood(before)) {
            AnnotationRule.compare(in, before, now);
            if (!isOpen(before)) {
                in.report(
                        Judgement.SAFE,
                        "constraints-removed",
                        now.pointer(),
                        before.members().getFirst().node(),
                        now.members().isEmpty()
                                ? "true"
                                : now.members().getFirst().node(),
                        "Any value is valid here now.");
            }
            return !in.assumptions().propertiesAreKept() || !before.has("properties");
        }
        return false;
    }

    private static boolean isOpen(Conjunction schema) {
        for (Schema member : schema.members()) {
            if (!member.isUnconstrained()) {
                return false;
            }
        }
        return !schema.isNever();
    }
}
