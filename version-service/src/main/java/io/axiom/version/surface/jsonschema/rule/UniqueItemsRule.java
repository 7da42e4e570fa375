package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Limits;
import io.axiom.version.surface.jsonschema.logic.Types;
import tools.jackson.databind.JsonNode;

/** {@code uniqueItems}. */
final class UniqueItemsRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        boolean was = isUnique(before);
        boolean is = isUnique(now);
        if (was == is || !before.types().meets(Types.ARRAY)) {
            return;
        }
        boolean trivial = Limits.mostItems(before) <= 1;
        in.report(
                is && !trivial ? Judgement.BREAKING : Judgement.SAFE,
                is ? "array-unique-items-added" : "array-unique-items-removed",
                now.at("uniqueItems"),
                was,
                is,
                is
                        ? "The items of an array must now differ from each other."
                        : "The items of an array may be equal now.");
    }

    private static boolean isUnique(Conjunction schema) {
        return schema.all("uniqueItems").stream().anyMatch(JsonNode::asBoolean);
    }
}
