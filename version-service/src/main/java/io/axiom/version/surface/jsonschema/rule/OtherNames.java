package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.ObjectShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was promised of properties that are not declared. Expressions are compared by their text: a name may match any set of
 * them. One schema with expressions promises least when the name matches none of them, or just one. With several such
 * schemas one of them has to suffice.
 */
final class OtherNames {
    private final Comparison in;
    private final List<Schema> plain = new ArrayList<>();
    private final List<Schema> patterned = new ArrayList<>();
    private final Conjunction before;
    private final ObjectShape shape;

    OtherNames(Comparison in, Conjunction before) {
        this.in = in;
        this.before = before;
        this.shape = in.promised(before);
        for (Schema member : before.members()) {
            if (member.entries("patternProperties").isEmpty()) {
                plain.addAll(shape.ofOthers(member));
            } else {
                patterned.add(member);
            }
        }
    }

    /** What was promised of a name that matches nothing. */
    Conjunction unmatched() {
        return Conjunction.of(shape.ofOthers(), before.pointer());
    }

    /** Whether a demand on all names that match an expression was promised. */
    Judgement judgeMatching(String expression, Schema demand) {
        return judge(expression, Set.of(), demand);
    }

    /** Whether a demand on all names that match none of some expressions was promised. */
    Judgement judgeNotMatching(Set<String> excluded, Schema demand) {
        return judge(null, excluded, demand);
    }

    /** Reports how the schema of an expression differs; answers whether that explains the judgement. */
    boolean explainMatching(Judgement judged, String expression, Schema demand) {
        List<Schema> own = before.members().stream()
                .map(member -> member.entry("patternProperties", expression))
                .filter(schema -> schema != null)
                .toList();
        Conjunction promised = Conjunction.of(own, demand.pointer());
        return in.inPart(() -> in.explainAs(judged, promised, Conjunction.of(demand)));
    }

    private Judgement judge(@Nullable String matched, Set<String> excluded, Schema demand) {
        if (patterned.isEmpty()) {
            return judge(List.of(), demand);
        }
        Judgement best = Judgement.BREAKING;
        for (Schema member : patterned) {
            Judgement judged = judge(member, matched, excluded, demand);
            best = judged.compareTo(best) < 0 ? judged : best;
        }
        // That none suffices alone does not mean that they do not together.
        return best == Judgement.BREAKING && patterned.size() > 1 ? Judgement.UNDETERMINED : best;
    }

    private Judgement judge(Schema member, @Nullable String matched, Set<String> excluded, Schema demand) {
        Schema own = matched == null ? null : member.entry("patternProperties", matched);
        if (own != null) {
            return judge(List.of(own), demand);
        }
        Judgement worst = judge(shape.ofOthers(member), demand);
        for (var entry : member.entries("patternProperties")) {
            Schema other = member.entry("patternProperties", entry.getKey());
            if (other != null && !excluded.contains(entry.getKey()) && worst != Judgement.BREAKING) {
                Judgement judged = judge(List.of(other), demand);
                // Perhaps no name matches both expressions.
                boolean certain = matched == null || judged.compareTo(Judgement.UNDETERMINED) < 0;
                worst = worst.or(certain ? judged : Judgement.UNDETERMINED);
            }
        }
        return worst;
    }

    private Judgement judge(List<Schema> promised, Schema demand) {
        List<Schema> all = new ArrayList<>(plain);
        all.addAll(promised);
        return in.inPart(() -> in.judge(Conjunction.of(all, before.pointer()), Conjunction.of(demand)));
    }
}
