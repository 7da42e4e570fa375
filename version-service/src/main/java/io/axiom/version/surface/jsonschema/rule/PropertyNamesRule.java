package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.ObjectShape;
import io.axiom.version.surface.jsonschema.logic.Truth;
import io.axiom.version.surface.jsonschema.logic.TypeSchemas;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code propertyNames}. */
final class PropertyNamesRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        List<Schema> was = before.children("propertyNames");
        List<Schema> is = now.children("propertyNames");
        if (was.isEmpty() && is.isEmpty() || !PropertiesRule.concernsObjects(before, now)) {
            return;
        }
        if (is.isEmpty()) {
            in.report(
                    Judgement.SAFE,
                    "property-names-unrestricted",
                    now.at("propertyNames"),
                    was.getFirst().node(),
                    null,
                    "Properties may have any name now.");
            return;
        }
        // Names are strings, whatever their schema says of types.
        List<Schema> text = List.of(TypeSchemas.named("string"));
        Conjunction promised = Conjunction.of(was, before.at("propertyNames")).and(text);
        Conjunction demanded = Conjunction.of(is, now.at("propertyNames")).and(text);
        if (in.inPart(() -> in.judge(promised, demanded)) != Judgement.SAFE && onlyKnownNames(in, before, demanded)) {
            return;
        }
        if (was.isEmpty()) {
            Judgement judged = in.inPart(() -> in.judge(promised, demanded));
            in.report(
                    judged,
                    "property-names-restricted",
                    now.at("propertyNames"),
                    null,
                    is.getFirst().node(),
                    "The names of properties must now meet a schema; before, they could be anything.");
        } else {
            in.inPart(() -> in.explain(promised, demanded));
        }
    }

    /** Whether only declared properties could occur, and all their names are valid. */
    private static boolean onlyKnownNames(Comparison in, Conjunction before, Conjunction demanded) {
        ObjectShape shape = in.promised(before);
        return shape.isClosed()
                && shape.declared().stream()
                        .allMatch(name -> in.evaluator().valid(demanded, JsonNodeFactory.instance.stringNode(name))
                                == Truth.TRUE);
    }
}
