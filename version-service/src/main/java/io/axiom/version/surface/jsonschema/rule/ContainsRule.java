package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.ArrayShape;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code contains} with {@code minContains} and {@code maxContains}. */
final class ContainsRule implements Rule {
    private static final int MAX_POSITIONS = 20;

    /** How many items must, and how many may, be of a schema. */
    private record Contained(Schema schema, long least, long most) {
        static List<Contained> of(Conjunction owner) {
            List<Contained> all = new ArrayList<>();
            for (Schema member : owner.members()) {
                Schema schema = member.child("contains");
                if (schema != null) {
                    JsonNode least = member.get("minContains");
                    JsonNode most = member.get("maxContains");
                    all.add(new Contained(
                            schema, least == null ? 1 : least.asLong(), most == null ? Long.MAX_VALUE : most.asLong()));
                }
            }
            return all;
        }

        Conjunction conjunction() {
            return Conjunction.of(schema);
        }
    }

    /** How many items there must be for all of them to be contained. */
    static long least(Conjunction schema) {
        return Contained.of(schema).stream().mapToLong(Contained::least).max().orElse(0);
    }

    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        List<Contained> was = Contained.of(before);
        List<Contained> is = Contained.of(now);
        if (was.isEmpty() && is.isEmpty() || !ItemsRule.concernsArrays(before, now)) {
            return;
        }
        if (is.isEmpty()) {
            in.report(
                    Judgement.SAFE,
                    "array-contains-removed",
                    now.at("contains"),
                    was.getFirst().schema().node(),
                    null,
                    "Arrays need no longer contain a certain item.");
        }
        for (Contained demanded : is) {
            least(in, before, was, demanded);
            most(in, before, was, demanded);
        }
    }

    private static void least(Comparison in, Conjunction before, List<Contained> was, Contained demanded) {
        Judgement best = demanded.least() == 0 ? Judgement.SAFE : byPositions(in, before, demanded);
        Contained closest = was.isEmpty() ? null : was.getFirst();
        for (Contained promised : was) {
            if (promised.least() >= demanded.least() && best != Judgement.SAFE) {
                Judgement judged = in.inPart(() -> in.judge(promised.conjunction(), demanded.conjunction()));
                best = judged.compareTo(best) < 0 ? judged : best;
                closest = promised;
            }
        }
        report(in, best, closest, demanded);
    }

    private static void report(Comparison in, Judgement judged, @Nullable Contained closest, Contained demanded) {
        Schema schema = demanded.schema();
        if (closest == null) {
            if (judged != Judgement.SAFE) {
                in.report(
                        judged,
                        "array-contains-added",
                        schema.pointer(),
                        null,
                        schema.node(),
                        "Arrays must now contain a certain item; before, they need not.");
            }
        } else if (closest.least() < demanded.least()) {
            in.report(
                    judged,
                    "array-min-contains-increased",
                    schema.pointer(),
                    closest.least(),
                    demanded.least(),
                    "Arrays must now contain at least " + demanded.least() + " items of a kind; before, "
                            + closest.least() + ".");
        } else if (demanded.least() > 0) {
            in.inPart(() -> in.explainAs(judged, closest.conjunction(), demanded.conjunction()));
        }
    }

    /** Enough positions that are always there meet the schema. */
    private static Judgement byPositions(Comparison in, Conjunction before, Contained demanded) {
        long there = Math.min(Limits.least(before, "minItems"), MAX_POSITIONS);
        ArrayShape shape = ArrayShape.promised(before);
        long meet = 0;
        for (int index = 0; index < there && meet < demanded.least(); index++) {
            Conjunction item = Conjunction.of(shape.at(index), before.pointer());
            if (in.inPart(() -> in.judge(item, demanded.conjunction())) == Judgement.SAFE) {
                meet++;
            }
        }
        return meet >= demanded.least() ? Judgement.SAFE : Judgement.BREAKING;
    }

    private static void most(Comparison in, Conjunction before, List<Contained> was, Contained demanded) {
        if (demanded.most() == Long.MAX_VALUE || Limits.mostItems(before) <= demanded.most()) {
            return;
        }
        Judgement best = Judgement.BREAKING;
        for (Contained promised : was) {
            if (promised.most() <= demanded.most() && best != Judgement.SAFE) {
                Judgement judged = in.inPart(() -> in.judgeSwapped(demanded.conjunction(), promised.conjunction()));
                best = judged.compareTo(best) < 0 ? judged : best;
            }
        }
        if (best != Judgement.SAFE) {
            in.report(
                    best,
                    "array-max-contains-decreased",
                    demanded.schema().pointer(),
                    null,
                    demanded.most(),
                    "Arrays may now contain at most " + demanded.most()
                            + " items of a kind; before, there could be more.");
        }
    }
}
