package io.axiom.version.surface.jsonschema.logic;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whether a schema surely has no instance. Two schemas share no instance when together they have none, as by different
 * constants of a required property.
 */
public final class Satisfiability {
    private static final int MAX_DEPTH = 3;
    private static final int MAX_VALUES = 200;

    private final Patterns patterns;
    private final Evaluator evaluator;
    private final Budget budget;

    public Satisfiability(Patterns patterns, Evaluator evaluator, Budget budget) {
        this.patterns = patterns;
        this.evaluator = evaluator;
        this.budget = budget;
    }

    /** True only when surely nothing is valid. */
    public boolean isEmpty(Conjunction schema) {
        return isEmpty(schema, 0);
    }

    private boolean isEmpty(Conjunction schema, int depth) {
        if (schema.isNever() || schema.types().isEmpty()) {
            return true;
        }
        if (depth > MAX_DEPTH || !budget.spend(1 + schema.weight())) {
            return false;
        }
        List<JsonNode> values = FiniteValues.of(schema);
        if (values != null && values.size() <= MAX_VALUES) {
            return values.stream().allMatch(value -> evaluator.valid(schema, value) == Truth.FALSE);
        }
        return withoutContradictions(schema, depth).isEmpty();
    }

    private Types withoutContradictions(Conjunction schema, int depth) {
        Types types = schema.types();
        Bound lower = Bound.of(schema.members(), true);
        Bound upper = Bound.of(schema.members(), false);
        if (lower != null && upper != null) {
            if (lower.crosses(upper)) {
                types = types.without(Types.NUMBER);
            } else if (lower.ofWholeNumbers(true).crosses(upper.ofWholeNumbers(false))) {
                types = types.without(Types.INTEGER);
            }
        }
        if (Limits.least(schema, "minLength") > Limits.most(schema, "maxLength")) {
            types = types.without(Types.STRING);
        }
        if (types.meets(Types.ARRAY) && Limits.least(schema, "minItems") > Limits.mostItems(schema)) {
            types = types.without(Types.ARRAY);
        }
        if (types.meets(Types.OBJECT) && hasNoObject(schema, depth)) {
            types = types.without(Types.OBJECT);
        }
        return types;
    }

    private boolean hasNoObject(Conjunction schema, int depth) {
        if (Limits.least(schema, "minProperties") > Limits.most(schema, "maxProperties")) {
            return true;
        }
        ObjectShape shape = ObjectShape.promised(schema, patterns);
        return shape.required().stream().anyMatch(name -> isEmpty(Conjunction.of(shape.of(name), ""), depth + 1));
    }
}
