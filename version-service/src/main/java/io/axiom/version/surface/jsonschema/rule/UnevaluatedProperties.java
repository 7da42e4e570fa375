package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Evaluated;
import io.axiom.version.surface.jsonschema.logic.ObjectShape;
import io.axiom.version.surface.jsonschema.logic.Truth;
import java.util.List;
import java.util.Set;

/** Whether all properties nothing now speaks of met the demand on such properties before. */
final class UnevaluatedProperties {
    private final Comparison in;
    private final Conjunction before;
    private final Schema owner;
    private final Evaluated evaluated;

    UnevaluatedProperties(Comparison in, Conjunction before, Schema owner, Evaluated evaluated) {
        this.in = in;
        this.before = before;
        this.owner = owner;
        this.evaluated = evaluated;
    }

    Judgement judge(Schema demand) {
        if (evaluated.allProperties()) {
            return Judgement.SAFE;
        }
        ObjectShape shape = in.promised(before);
        Set<String> names = shape.declared();
        names.addAll(in.demanded(Conjunction.of(owner)).declared());
        Judgement worst = new OtherNames(in, before).judgeNotMatching(evaluated.expressions(), demand);
        for (String name : names) {
            if (evaluated.property(name, in.patterns()) != Truth.TRUE) {
                worst = worst.or(judge(shape.of(name), demand));
            }
        }
        return worst == Judgement.SAFE ? worst : leastOf(worst, bySameBranches(demand));
    }

    private Judgement judge(List<Schema> promised, Schema demand) {
        return in.inPart(() -> in.judge(Conjunction.of(promised, before.pointer()), Conjunction.of(demand)));
    }

    /** With the same branches, and no less spoken of beside them, nothing is left over that was not before. */
    private Judgement bySameBranches(Schema demand) {
        Judgement best = Judgement.BREAKING;
        for (Schema member : before.members()) {
            Schema promise = member.child("unevaluatedProperties");
            if (promise != null && speaksOfNoMore(member)) {
                best = leastOf(best, judge(List.of(promise), demand));
            }
        }
        return best;
    }

    private boolean speaksOfNoMore(Schema member) {
        Evaluated was = new Evaluated(member);
        boolean sameBranches = was.branches().size() == evaluated.branches().size();
        for (int i = 0; sameBranches && i < was.branches().size(); i++) {
            sameBranches =
                    Sameness.closed(was.branches().get(i), evaluated.branches().get(i));
        }
        return sameBranches
                && !was.allProperties()
                && evaluated.expressions().containsAll(was.expressions())
                && in.demanded(Conjunction.of(member)).declared().stream()
                        .allMatch(name -> evaluated.property(name, in.patterns()) == Truth.TRUE);
    }

    private static Judgement leastOf(Judgement one, Judgement other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
