package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import java.util.List;

/** {@code not}: what it excludes now must have been excluded before, or never been valid. */
final class NotRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        List<Schema> was = before.children("not");
        List<Schema> is = now.children("not");
        if (is.isEmpty() && !was.isEmpty()) {
            in.report(
                    Judgement.SAFE,
                    "not-removed",
                    now.at("not"),
                    was.getFirst().node(),
                    null,
                    "Values that a \"not\" excluded are valid now.");
        }
        for (Schema excluded : is) {
            compare(in, before, was, excluded);
        }
    }

    private static void compare(Comparison in, Conjunction before, List<Schema> was, Schema excluded) {
        Judgement best =
                in.satisfiability().isEmpty(before.and(List.of(excluded))) ? Judgement.SAFE : Judgement.BREAKING;
        Schema closest = was.isEmpty() ? null : was.getFirst();
        for (Schema known : was) {
            if (best != Judgement.SAFE) {
                Judgement judged = in.judgeSwapped(Conjunction.of(excluded), Conjunction.of(known));
                best = judged.compareTo(best) < 0 ? judged : best;
                closest = judged == Judgement.SAFE ? known : closest;
            }
        }
        boolean same = closest != null && Sameness.closed(closest.node(), excluded.node());
        if (best != Judgement.SAFE || !same) {
            in.report(
                    best,
                    closest == null ? "not-added" : best == Judgement.SAFE ? "not-narrowed" : "not-widened",
                    excluded.pointer(),
                    closest == null ? null : closest.node(),
                    excluded.node(),
                    best == Judgement.SAFE
                            ? "What \"not\" excludes was not valid before, either."
                            : "What \"not\" excludes now includes values that were valid.");
        }
    }
}
