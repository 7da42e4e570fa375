package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.ObjectShape;
import java.util.LinkedHashSet;
import java.util.Set;

/** {@code patternProperties} and {@code additionalProperties}: what applies to properties of names not declared. */
final class OtherPropertiesRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        boolean concerned = before.has("patternProperties")
                || now.has("patternProperties")
                || before.has("additionalProperties")
                || now.has("additionalProperties");
        if (!concerned || !PropertiesRule.concernsObjects(before, now)) {
            return;
        }
        OtherNames names = new OtherNames(in, before);
        for (Schema member : now.members()) {
            Set<String> own = new LinkedHashSet<>();
            member.entries("patternProperties").forEach(entry -> own.add(entry.getKey()));
            own.forEach(expression -> pattern(in, before, names, member, expression));
            Schema additional = member.child("additionalProperties");
            if (additional != null) {
                additional(in, names, own, additional);
            }
        }
        removed(in, before, now);
        unsure(in, before, now);
    }

    private static void pattern(Comparison in, Conjunction before, OtherNames names, Schema member, String expression) {
        Schema demand = member.entry("patternProperties", expression);
        if (demand == null) {
            return;
        }
        Judgement judged = names.judgeMatching(expression, demand);
        boolean known = in.promised(before).expressions().contains(expression);
        if (known && names.explainMatching(judged, expression, demand)) {
            return;
        }
        if (judged != Judgement.SAFE) {
            in.report(
                    judged,
                    known ? "pattern-property-narrowed" : "pattern-property-added",
                    demand.pointer(),
                    null,
                    demand.node(),
                    "Properties whose names match \"" + expression
                            + "\" must now meet a schema that is narrower than before.");
        } else if (!known) {
            in.addition(
                    "pattern-property-added",
                    demand.pointer(),
                    null,
                    demand.node(),
                    "Properties whose names match \"" + expression + "\" are described now.");
        }
    }

    private static void additional(Comparison in, OtherNames names, Set<String> own, Schema demand) {
        Conjunction promised = names.unmatched();
        Judgement judged = names.judgeNotMatching(own, demand);
        if (Conjunction.of(demand).isNever()) {
            if (judged != Judgement.SAFE) {
                in.report(
                        judged,
                        "additional-properties-forbidden",
                        demand.pointer(),
                        promised.members().isEmpty()
                                ? null
                                : promised.members().getFirst().node(),
                        "false",
                        "Objects may no longer carry properties that are not declared.");
            }
            return;
        }
        if (promised.members().isEmpty() && !promised.isNever()) {
            if (judged != Judgement.SAFE) {
                in.report(
                        judged,
                        "additional-properties-restricted",
                        demand.pointer(),
                        null,
                        demand.node(),
                        "Properties that are not declared must now meet a schema; before, they could be anything.");
            }
            return;
        }
        if (!in.inPart(() -> in.explainAs(judged, promised, Conjunction.of(demand)))) {
            in.report(
                    judged,
                    "additional-properties-narrowed",
                    demand.pointer(),
                    null,
                    demand.node(),
                    "Properties described by a pattern before are now held to what applies to all others.");
        }
    }

    private static void removed(Comparison in, Conjunction before, Conjunction now) {
        Schema source = before.source("additionalProperties");
        Schema restriction = source == null ? null : source.child("additionalProperties");
        if (restriction != null && !restriction.isUnconstrained() && !now.has("additionalProperties")) {
            in.report(
                    Judgement.SAFE,
                    "additional-properties-allowed",
                    now.at("additionalProperties"),
                    restriction.node(),
                    null,
                    "Properties that are not declared may be anything now.");
        }
        Set<String> gone = in.promised(before).expressions();
        gone.removeAll(in.demanded(now).expressions());
        for (String expression : gone) {
            in.report(
                    Judgement.SAFE,
                    "pattern-property-removed",
                    Pointers.child(now.at("patternProperties"), expression),
                    expression,
                    null,
                    "Properties whose names match \"" + expression + "\" are no longer described by themselves.");
        }
    }

    /** A name may match an expression that is not understood; where that could matter, nothing is certain. */
    private static void unsure(Comparison in, Conjunction before, Conjunction now) {
        ObjectShape was = in.promised(before);
        ObjectShape is = in.demanded(now);
        Set<String> odd = was.expressions();
        odd.addAll(is.expressions());
        odd.removeIf(in.patterns()::isUnderstood);
        if (odd.isEmpty()) {
            return;
        }
        Set<String> declared = is.declared();
        boolean newName = declared.stream().anyMatch(name -> !was.declares(name));
        declared.addAll(was.declared());
        boolean newExpression = !was.expressions().containsAll(odd) && !declared.isEmpty();
        if (newName || newExpression) {
            in.report(
                    Judgement.UNDETERMINED,
                    "pattern-not-understood",
                    now.at("patternProperties"),
                    null,
                    odd.iterator().next(),
                    "Which properties the expression matches is not known, and that could matter here.");
        }
    }
}
