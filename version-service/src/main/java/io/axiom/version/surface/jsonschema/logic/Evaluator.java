package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether one value is an instance of a schema; unknown where that hangs on a format or on what is not understood. */
public final class Evaluator {
    private static final int MAX_DEPTH = 60;
    private static final List<String> OPAQUE_FOR_TEXT =
            List.of("format", "contentEncoding", "contentMediaType", "contentSchema");

    private final Patterns patterns;
    private final Budget budget;
    private final Map<JsonNode, Set<Object>> keys = new IdentityHashMap<>();
    private int depth;

    public Evaluator(Patterns patterns, Budget budget) {
        this.patterns = patterns;
        this.budget = budget;
    }

    public Truth valid(Conjunction schema, JsonNode value) {
        if (schema.isNever()) {
            return Truth.FALSE;
        }
        if (!budget.spend() || depth > MAX_DEPTH) {
            return Truth.UNKNOWN;
        }
        depth++;
        try {
            Truth valid = Truth.TRUE;
            for (Schema member : schema.members()) {
                valid = valid.and(member(member, value));
                if (valid == Truth.FALSE) {
                    return valid;
                }
            }
            return valid;
        } finally {
            depth--;
        }
    }

    Truth valid(@Nullable Schema schema, JsonNode value) {
        return schema == null ? Truth.TRUE : valid(Conjunction.of(schema), value);
    }

    private Truth member(Schema schema, JsonNode value) {
        return Truth.of(schema.notUnderstood().isEmpty())
                .or(Truth.UNKNOWN)
                .and(type(schema, value))
                .and(listed(schema, value))
                .and(logic(schema, value))
                .and(ofType(schema, value));
    }

    private static Truth type(Schema schema, JsonNode value) {
        JsonNode type = schema.get("type");
        if (type == null || Types.ofValue(value).within(Types.of(type))) {
            return Truth.TRUE;
        }
        return value.isNull() && TypeLimits.isNullable(schema) ? Truth.UNKNOWN : Truth.FALSE;
    }

    private Truth listed(Schema schema, JsonNode value) {
        JsonNode single = schema.get("const");
        if (single != null && !Values.equal(single, value)) {
            return Truth.FALSE;
        }
        JsonNode list = schema.get("enum");
        if (list == null) {
            return Truth.TRUE;
        }
        return Truth.of(keys.computeIfAbsent(list, Evaluator::keysOf).contains(Values.canonical(value)));
    }

    private static Set<Object> keysOf(JsonNode list) {
        Set<Object> keys = new HashSet<>();
        list.forEach(value -> keys.add(Values.canonical(value)));
        return keys;
    }

    private Truth logic(Schema schema, JsonNode value) {
        Truth truth = Truth.TRUE;
        if (schema.get("anyOf") != null) {
            truth = truth.and(count(schema.children("anyOf"), value, 1, Integer.MAX_VALUE));
        }
        if (schema.get("oneOf") != null) {
            truth = truth.and(count(schema.children("oneOf"), value, 1, 1));
        }
        Schema not = schema.child("not");
        if (not != null) {
            truth = truth.and(valid(not, value).not());
        }
        Schema condition = schema.child("if");
        if (condition != null) {
            Truth holds = valid(condition, value);
            truth = truth.and(holds.not().or(valid(schema.child("then"), value)))
                    .and(holds.or(valid(schema.child("else"), value)));
        }
        return truth;
    }

    private Truth count(List<Schema> schemas, JsonNode value, int least, int most) {
        int surely = 0;
        int perhaps = 0;
        for (Schema schema : schemas) {
            Truth valid = valid(schema, value);
            surely += valid == Truth.TRUE ? 1 : 0;
            perhaps += valid == Truth.FALSE ? 0 : 1;
        }
        return within(surely, perhaps, least, most);
    }

    static Truth within(int surely, int perhaps, long least, long most) {
        if (surely > most || perhaps < least) {
            return Truth.FALSE;
        }
        return surely >= least && perhaps <= most ? Truth.TRUE : Truth.UNKNOWN;
    }

    private Truth ofType(Schema schema, JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> number(schema, value);
            case STRING -> text(schema, value.asString());
            case ARRAY -> new ArrayEvaluator(this).valid(schema, value);
            case OBJECT -> new ObjectEvaluator(this, patterns).valid(schema, value);
            default -> Truth.TRUE;
        };
    }

    private static Truth number(Schema schema, JsonNode value) {
        List<Schema> alone = List.of(schema);
        Bound lower = Bound.of(alone, true);
        Bound upper = Bound.of(alone, false);
        Bound self = new Bound(value.decimalValue(), false, "", schema);
        JsonNode multiple = schema.get("multipleOf");
        return Truth.of(lower == null || self.implies(lower, true))
                .and(Truth.of(upper == null || self.implies(upper, false)))
                .and(multiple == null ? Truth.TRUE : Numbers.isMultiple(value.decimalValue(), multiple.decimalValue()));
    }

    private Truth text(Schema schema, String text) {
        int length = text.codePointCount(0, text.length());
        Truth valid = size(schema, length, "minLength", "maxLength");
        JsonNode pattern = schema.get("pattern");
        if (pattern != null) {
            valid = valid.and(patterns.matches(pattern.asString(), text));
        }
        boolean opaque = OPAQUE_FOR_TEXT.stream().anyMatch(keyword -> schema.get(keyword) != null);
        return opaque ? valid.and(Truth.UNKNOWN) : valid;
    }

    static Truth size(Schema schema, int size, String atLeast, String atMost) {
        JsonNode least = schema.get(atLeast);
        JsonNode most = schema.get(atMost);
        return Truth.of((least == null || size >= least.asLong()) && (most == null || size <= most.asLong()));
    }
}
