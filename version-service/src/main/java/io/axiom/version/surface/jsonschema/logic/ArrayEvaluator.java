package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether an array meets what one schema says of arrays. */
final class ArrayEvaluator {
    private final Evaluator evaluator;

    ArrayEvaluator(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Truth valid(Schema schema, JsonNode array) {
        Truth valid = Evaluator.size(schema, array.size(), "minItems", "maxItems")
                .and(unique(schema, array))
                .and(contains(schema, array));
        ArrayShape shape = ArrayShape.demanded(Conjunction.alone(schema));
        for (int index = 0; index < array.size() && valid != Truth.FALSE; index++) {
            for (Schema item : shape.at(index)) {
                valid = valid.and(evaluator.valid(item, array.get(index)));
            }
        }
        return schema.get("unevaluatedItems") == null ? valid : valid.and(Truth.UNKNOWN);
    }

    private static Truth unique(Schema schema, JsonNode array) {
        JsonNode unique = schema.get("uniqueItems");
        if (unique == null || !unique.asBoolean()) {
            return Truth.TRUE;
        }
        Set<Object> seen = new HashSet<>();
        for (JsonNode element : array) {
            if (!seen.add(Values.canonical(element))) {
                return Truth.FALSE;
            }
        }
        return Truth.TRUE;
    }

    private Truth contains(Schema schema, JsonNode array) {
        Schema contained = schema.child("contains");
        if (contained == null) {
            return Truth.TRUE;
        }
        int surely = 0;
        int perhaps = 0;
        for (JsonNode element : array) {
            Truth valid = evaluator.valid(contained, element);
            surely += valid == Truth.TRUE ? 1 : 0;
            perhaps += valid == Truth.FALSE ? 0 : 1;
        }
        JsonNode least = schema.get("minContains");
        JsonNode most = schema.get("maxContains");
        return Evaluator.within(
                surely, perhaps, least == null ? 1 : least.asLong(), most == null ? Long.MAX_VALUE : most.asLong());
    }
}
