package io.axiom.version.surface.jsonschema.logic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A set of JSON types. Numbers are two of them: whole ones and fractions, for {@code integer} is part of {@code number}. */
public record Types(int bits) {
    public static final Types NONE = new Types(0);
    public static final Types NULL = new Types(1);
    public static final Types BOOLEAN = new Types(2);
    public static final Types INTEGER = new Types(4);
    public static final Types FRACTION = new Types(8);
    public static final Types NUMBER = new Types(4 | 8);
    public static final Types STRING = new Types(16);
    public static final Types ARRAY = new Types(32);
    public static final Types OBJECT = new Types(64);
    public static final Types ALL = new Types(127);

    private static final List<Types> NAMED = List.of(NULL, BOOLEAN, NUMBER, INTEGER, STRING, ARRAY, OBJECT);
    private static final List<String> NAMES =
            List.of("null", "boolean", "number", "integer", "string", "array", "object");

    /** The types a {@code type} keyword names. */
    static Types of(JsonNode type) {
        Types types = NONE;
        if (type.isArray()) {
            for (JsonNode name : type) {
                types = types.or(of(name));
            }
            return types;
        }
        return NAMED.get(NAMES.indexOf(type.asString()));
    }

    /** The one type a value has. */
    public static Types ofValue(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> NULL;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> isWhole(value.decimalValue()) ? INTEGER : FRACTION;
            case STRING -> STRING;
            case ARRAY -> ARRAY;
            case OBJECT -> OBJECT;
            default -> NONE;
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0
                || number.scale() <= 0
                || number.stripTrailingZeros().scale() <= 0;
    }

    public Types or(Types other) {
        return new Types(bits | other.bits);
    }

    public Types and(Types other) {
        return new Types(bits & other.bits);
    }

    public Types without(Types other) {
        return new Types(bits & ~other.bits);
    }

    public boolean meets(Types other) {
        return (bits & other.bits) != 0;
    }

    public boolean within(Types other) {
        return (bits & ~other.bits) == 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** The names for {@code type}, each part once. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        Types rest = this;
        for (Types named : NAMED) {
            if (named.within(rest)) {
                names.add(NAMES.get(NAMED.indexOf(named)));
                rest = rest.without(named);
            }
        }
        if (rest.equals(FRACTION)) {
            names.add("fraction");
        }
        return names;
    }

    @Override
    public String toString() {
        return isEmpty() ? "nothing" : equals(ALL) ? "any type" : String.join(" or ", names());
    }
}
