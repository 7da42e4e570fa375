package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The types of instances, from {@code type}, {@code enum}, {@code const}, {@code multipleOf} and alternatives. */
public final class TypeLimits {
    private static final int MAX_DEPTH = 3;
    private static final int MAX_INNER_BRANCHES = 64;

    private TypeLimits() {}

    /** What the {@code type} keywords allow, OpenAPI's {@code nullable} included or not. */
    public static Types declared(Conjunction schema, boolean withNullable) {
        Types types = Types.ALL;
        for (Schema member : schema.members()) {
            JsonNode type = member.get("type");
            if (type != null) {
                Types own = Types.of(type);
                types = types.and(withNullable && isNullable(member) ? own.or(Types.NULL) : own);
            }
        }
        return types;
    }

    /** Whether the schema says nullable beside its type. A validator of plain JSON Schema ignores it. */
    static boolean isNullable(Schema member) {
        JsonNode nullable = member.get("nullable");
        return nullable != null && nullable.asBoolean();
    }

    static Types possible(Conjunction schema) {
        int branches = schema.alternatives().stream()
                .mapToInt(alternatives -> alternatives.branches().size())
                .sum();
        return new Branches(MAX_INNER_BRANCHES + branches).possible(schema, 0);
    }

    private static Types withoutAlternatives(Conjunction schema) {
        if (schema.isNever()) {
            return Types.NONE;
        }
        Types types = declared(schema, true);
        for (Schema member : schema.members()) {
            types = types.and(ofValues(member));
            JsonNode multiple = member.get("multipleOf");
            if (multiple != null && Types.ofValue(multiple).equals(Types.INTEGER)) {
                types = types.without(Types.FRACTION);
            }
        }
        return types;
    }

    /** A look into branches, of which there may be very many when written out: past a number of them anything is possible. */
    private static final class Branches {
        private int left;

        Branches(int most) {
            this.left = most;
        }

        Types possible(Conjunction schema, int depth) {
            Types types = withoutAlternatives(schema);
            for (Alternatives alternatives : depth < MAX_DEPTH ? schema.alternatives() : List.<Alternatives>of()) {
                if (!alternatives.keyword().equals("type")) {
                    types = types.and(ofAny(alternatives, depth));
                }
            }
            return types;
        }

        private Types ofAny(Alternatives alternatives, int depth) {
            Types any = Types.NONE;
            for (List<Schema> branch : alternatives.branches()) {
                if (left-- <= 0 || any.equals(Types.ALL)) {
                    return Types.ALL;
                }
                any = any.or(possible(Conjunction.of(branch, ""), depth + 1));
            }
            return any;
        }
    }

    private static Types ofValues(Schema member) {
        Types types = Types.ALL;
        JsonNode single = member.get("const");
        if (single != null) {
            types = Types.ofValue(single);
        }
        JsonNode values = member.get("enum");
        if (values != null) {
            Types some = Types.NONE;
            for (JsonNode value : values) {
                some = some.or(Types.ofValue(value));
            }
            types = types.and(some);
        }
        return types;
    }
}
