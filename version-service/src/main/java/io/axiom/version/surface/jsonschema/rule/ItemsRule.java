package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.ArrayShape;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Limits;
import io.axiom.version.surface.jsonschema.logic.TypeLimits;
import io.axiom.version.surface.jsonschema.logic.Types;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code items}, {@code prefixItems}, {@code additionalItems}: position by position, then all that follow. */
final class ItemsRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        if (!concernsArrays(before, now)) {
            return;
        }
        ArrayShape was = ArrayShape.promised(before);
        ArrayShape is = ArrayShape.demanded(now);
        int positions = Math.max(was.prefix(), is.prefix());
        long most = Limits.mostItems(before);
        for (int index = 0; index <= positions; index++) {
            Conjunction promised = schema(was, index, before);
            Conjunction demanded = schema(is, index, now);
            if (index == positions) {
                if (index < most) {
                    rest(in, index, promised, demanded);
                }
            } else if (index >= most) {
                added(in, index, was, is, demanded);
            } else {
                position(in, index, was, is, promised, demanded);
            }
        }
    }

    static boolean concernsArrays(Conjunction before, Conjunction now) {
        return before.types().meets(Types.ARRAY)
                && TypeLimits.declared(now, true).meets(Types.ARRAY);
    }

    private static void position(
            Comparison in, int index, ArrayShape was, ArrayShape is, Conjunction promised, Conjunction demanded) {
        if (index < was.prefix() && index < is.prefix()) {
            in.inPart(() -> in.explain(promised, demanded));
            return;
        }
        Judgement judged = in.inPart(() -> in.judge(promised, demanded));
        boolean isNew = index < is.prefix();
        if (isNew && judged == Judgement.SAFE) {
            added(in, index, was, is, demanded);
        } else {
            in.report(
                    judged,
                    (isNew ? "array-position-added" : "array-position-removed")
                            + (judged == Judgement.SAFE ? "" : "-narrower"),
                    demanded.pointer(),
                    node(promised),
                    node(demanded),
                    "Position " + index + " of the array has "
                            + (isNew ? "a schema of its own now" : "no schema of its own now")
                            + (judged == Judgement.SAFE
                                    ? ", which allows all that was allowed there before."
                                    : ", and not all that was allowed there before is."));
        }
    }

    private static void added(Comparison in, int index, ArrayShape was, ArrayShape is, Conjunction demanded) {
        if (index >= was.prefix() && index < is.prefix()) {
            in.addition(
                    "array-position-added",
                    demanded.pointer(),
                    null,
                    node(demanded),
                    "Position " + index + " of the array is described now.");
        }
    }

    private static void rest(Comparison in, int index, Conjunction promised, Conjunction demanded) {
        if (demanded.isNever() && !promised.isNever()) {
            in.report(
                    Judgement.BREAKING,
                    "additional-items-forbidden",
                    demanded.pointer(),
                    node(promised),
                    "false",
                    "Arrays may have no more than " + index + " items now.");
        } else {
            in.inPart(() -> in.explain(promised, demanded));
        }
    }

    private static @org.jspecify.annotations.Nullable JsonNode node(Conjunction schema) {
        return schema.members().isEmpty() ? null : schema.members().getFirst().node();
    }

    private static Conjunction schema(ArrayShape shape, int index, Conjunction owner) {
        List<Schema> schemas = shape.at(index);
        String keyword = owner.has("prefixItems") ? "prefixItems" : "items";
        return Conjunction.of(
                schemas,
                schemas.isEmpty()
                        ? Pointers.child(owner.at(keyword), index)
                        : schemas.getFirst().pointer());
    }
}
