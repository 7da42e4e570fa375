package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.ObjectShape;
import io.axiom.version.surface.jsonschema.logic.Types;
import java.util.Set;

/** {@code required}. */
final class RequiredRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        if (!before.has("required") && !now.has("required") || !before.types().meets(Types.OBJECT)) {
            return;
        }
        ObjectShape shape = in.promised(before);
        Set<String> was = shape.required();
        Set<String> is = in.demanded(now).required();
        for (String name : is) {
            if (!was.contains(name)) {
                boolean declared = shape.declares(name);
                in.report(
                        Judgement.BREAKING,
                        declared ? "property-became-required" : "required-property-added",
                        now.at("required"),
                        null,
                        name,
                        "Objects must now have the property \"" + name + "\"; before, "
                                + (declared ? "it was optional." : "it was not even declared."));
                if (in.isQuiet()) {
                    return;
                }
            }
        }
        for (String name : was) {
            if (!is.contains(name)) {
                in.report(
                        Judgement.SAFE,
                        "property-became-optional",
                        now.at("required"),
                        name,
                        null,
                        "Objects need no longer have the property \"" + name + "\".");
            }
        }
    }
}
