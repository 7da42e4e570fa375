package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.ArrayShape;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Evaluated;
import io.axiom.version.surface.jsonschema.logic.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code unevaluatedProperties} and {@code unevaluatedItems}. What nothing surely speaks of has to meet them. Where it
 * depends on the instance what is spoken of, as with {@code anyOf}, a fault found is undetermined, not breaking.
 */
final class UnevaluatedRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        apply(in, before, now, "unevaluatedProperties", PropertiesRule.concernsObjects(before, now));
        apply(in, before, now, "unevaluatedItems", ItemsRule.concernsArrays(before, now));
    }

    private static void apply(Comparison in, Conjunction before, Conjunction now, String keyword, boolean concerned) {
        if (!concerned || !before.has(keyword) && !now.has(keyword)) {
            return;
        }
        for (Schema member : now.members()) {
            Schema demand = member.child(keyword);
            if (demand != null) {
                compare(in, before, member, demand, keyword);
            }
        }
        if (!now.has(keyword)) {
            report(in, Judgement.SAFE, keyword, "allowed", now.at(keyword), before.first(keyword), null);
        }
    }

    private static void compare(Comparison in, Conjunction before, Schema member, Schema demand, String keyword) {
        Evaluated evaluated = new Evaluated(member);
        boolean properties = keyword.equals("unevaluatedProperties");
        Judgement judged = properties
                ? new UnevaluatedProperties(in, before, member, evaluated).judge(demand)
                : items(in, before, evaluated, demand);
        boolean certain = !evaluated.dependsOnInstance()
                && (properties || !evaluated.hasContains())
                && before.members().stream()
                        .filter(promise -> promise.get(keyword) != null)
                        .noneMatch(promise -> new Evaluated(promise).dependsOnInstance());
        if (judged != Judgement.SAFE) {
            boolean unclear = !certain && judged == Judgement.BREAKING;
            report(
                    in,
                    unclear ? Judgement.UNDETERMINED : judged,
                    keyword,
                    "restricted",
                    demand.pointer(),
                    before.first(keyword),
                    demand.node());
        }
    }

    private static void report(
            Comparison in,
            Judgement judgement,
            String keyword,
            String change,
            String path,
            @Nullable JsonNode previous,
            @Nullable JsonNode current) {
        boolean properties = keyword.equals("unevaluatedProperties");
        String what = properties ? "Properties" : "Items";
        in.report(
                judgement,
                (properties ? "unevaluated-properties-" : "unevaluated-items-") + change,
                path,
                previous,
                current,
                judgement == Judgement.SAFE
                        ? what + " that no schema speaks of may be anything now."
                        : what + " that no schema speaks of are held to a schema now that not all "
                                + (judgement == Judgement.BREAKING ? "" : "may ") + "meet.");
    }

    private static Judgement items(Comparison in, Conjunction before, Evaluated evaluated, Schema demand) {
        ArrayShape shape = ArrayShape.promised(before);
        int first = evaluated.firstItem();
        long last = Math.min(Math.max(first, shape.prefix()), Limits.mostItems(before) - 1);
        Judgement worst = Judgement.SAFE;
        for (int index = first; index <= last && first < Integer.MAX_VALUE; index++) {
            Conjunction promised = Conjunction.of(shape.at(index), before.pointer());
            worst = worst.or(in.inPart(() -> in.judge(promised, Conjunction.of(List.of(demand), demand.pointer()))));
        }
        return worst;
    }
}
