package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.TypeLimits;
import io.axiom.version.surface.jsonschema.logic.Types;

/** {@code type}, and OpenAPI's {@code nullable}, which validators of plain JSON Schema do not know. */
final class TypeRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        Types declaredBefore = TypeLimits.declared(before, true);
        Types declaredNow = TypeLimits.declared(now, true);
        Types lost = before.types().without(declaredNow);
        if (!lost.isEmpty()) {
            boolean other = !before.types().meets(declaredNow);
            in.report(
                    Judgement.BREAKING,
                    other ? "type-changed" : "type-narrowed",
                    now.at("type"),
                    declaredBefore,
                    declaredNow,
                    "Values of the type " + lost + " were valid and no longer are; now the type must be " + declaredNow
                            + ".");
        } else if (!declaredBefore.equals(declaredNow) && !now.types().equals(before.types())) {
            reportWider(in, now, declaredBefore, declaredNow);
        }
        if (lost.isEmpty() && before.types().meets(Types.NULL)) {
            nullable(in, before, now);
        }
    }

    private static void reportWider(Comparison in, Conjunction now, Types declaredBefore, Types declaredNow) {
        String sentence = declaredNow.equals(Types.ALL)
                ? "Values may be of any type now."
                : "Values may be of the type " + declaredNow + " now.";
        if (declaredBefore.within(declaredNow)) {
            in.addition("type-widened", now.at("type"), declaredBefore, declaredNow, sentence);
        } else {
            in.report(Judgement.SAFE, "type-declared", now.at("type"), declaredBefore, declaredNow, sentence);
        }
    }

    private static void nullable(Comparison in, Conjunction before, Conjunction now) {
        boolean wasPlain = TypeLimits.declared(before, false).meets(Types.NULL);
        boolean isPlain = TypeLimits.declared(now, false).meets(Types.NULL);
        if (wasPlain && !isPlain) {
            in.report(
                    Judgement.RISKY,
                    "null-by-nullable-only",
                    now.at("nullable"),
                    null,
                    "true",
                    "null is valid by \"nullable\" only, which validators of plain JSON Schema ignore.");
        }
    }
}
