package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code if}, {@code then}, {@code else}. */
final class ConditionalRule implements Rule {
    private record Conditional(
            Schema condition,
            @Nullable Schema then,
            @Nullable Schema otherwise) {
        static List<Conditional> of(Conjunction schema) {
            List<Conditional> all = new ArrayList<>();
            for (Schema member : schema.members()) {
                Schema condition = member.child("if");
                if (condition != null) {
                    all.add(new Conditional(condition, member.child("then"), member.child("else")));
                }
            }
            return all;
        }
    }

    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        List<Conditional> was = Conditional.of(before);
        List<Conditional> is = Conditional.of(now);
        if (is.isEmpty() && !was.isEmpty()) {
            in.report(
                    Judgement.SAFE,
                    "conditional-removed",
                    now.at("if"),
                    was.getFirst().condition().node(),
                    null,
                    "A condition and what it demanded are gone.");
        }
        for (Conditional demanded : is) {
            Conditional same = was.stream()
                    .filter(known -> isSame(in, known.condition(), demanded.condition()))
                    .findFirst()
                    .orElse(null);
            Judgement otherwise = same == null && !was.isEmpty() ? Judgement.UNDETERMINED : Judgement.BREAKING;
            branch(in, before, demanded.then(), same == null ? null : same.then(), demanded.condition(), otherwise);
            branch(in, before, demanded.otherwise(), same == null ? null : same.otherwise(), null, otherwise);
        }
    }

    private static boolean isSame(Comparison in, Schema one, Schema other) {
        return in.judge(Conjunction.of(one), Conjunction.of(other)) == Judgement.SAFE
                && in.judgeSwapped(Conjunction.of(other), Conjunction.of(one)) == Judgement.SAFE;
    }

    private static void branch(
            Comparison in,
            Conjunction before,
            @Nullable Schema demanded,
            @Nullable Schema promised,
            @Nullable Schema condition,
            Judgement worst) {
        if (demanded == null) {
            return;
        }
        List<Schema> known = new ArrayList<>();
        if (condition != null) {
            known.add(condition);
        }
        if (promised != null) {
            known.add(promised);
        }
        Conjunction demand = Conjunction.of(demanded);
        Judgement direct = promised == null ? Judgement.BREAKING : in.judge(Conjunction.of(promised), demand);
        Judgement judged = direct == Judgement.SAFE ? direct : in.judge(before.and(known), demand);
        if (promised != null && in.explainAs(judged, Conjunction.of(promised), demand)) {
            return;
        }
        if (judged != Judgement.SAFE) {
            String keyword = condition == null ? "else" : "then";
            JsonNode previous = promised == null ? null : promised.node();
            in.report(
                    judged.compareTo(worst) < 0 ? judged : worst,
                    worst == Judgement.UNDETERMINED ? "condition-changed" : "conditional-" + keyword + "-added",
                    demand.pointer(),
                    previous,
                    demanded.node(),
                    worst == Judgement.UNDETERMINED
                            ? "A condition has changed, so what it demands in \"" + keyword
                                    + "\" may meet other values."
                            : "What \"" + keyword + "\" demands under a condition was not demanded before.");
        }
    }
}
