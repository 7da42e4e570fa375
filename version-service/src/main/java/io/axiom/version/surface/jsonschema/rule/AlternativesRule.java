package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Alternatives;
import io.axiom.version.surface.jsonschema.logic.AlternativesOf;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import java.util.List;

/** {@code anyOf} and {@code oneOf}: everything valid before must be covered by one of the alternatives now. */
final class AlternativesRule implements Rule {
    private static final List<String> KEYWORDS = List.of("anyOf", "oneOf");

    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        boolean any = false;
        for (Schema member : now.members()) {
            for (String keyword : KEYWORDS) {
                Alternatives demanded = AlternativesOf.listed(member, keyword);
                if (demanded != null) {
                    any = true;
                    new Cover(in, before, demanded).report();
                }
            }
        }
        for (String keyword : any ? List.<String>of() : KEYWORDS) {
            if (before.has(keyword)) {
                in.report(
                        Judgement.SAFE,
                        Cover.rule(keyword) + "-removed",
                        now.at(keyword),
                        before.first(keyword),
                        null,
                        "Values need no longer be of one of several alternatives.");
            }
        }
    }
}
