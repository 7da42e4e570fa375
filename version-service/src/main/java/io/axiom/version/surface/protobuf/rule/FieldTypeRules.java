package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.EnumType;
import io.axiom.version.surface.protobuf.schema.EnumValue;
import io.axiom.version.surface.protobuf.schema.Field;
import io.axiom.version.surface.protobuf.schema.Kind;
import io.axiom.version.surface.protobuf.schema.Schema;
import io.axiom.version.surface.protobuf.schema.TypeName;
import java.util.HashMap;
import java.util.Map;

/** The type of a field: the same, or one that reads the same bytes, or one that reads the same bytes and JSON. */
final class FieldTypeRules {
    private final Findings findings;
    private final Schema previous;
    private final Schema current;

    FieldTypeRules(Findings findings, Schema previous, Schema current) {
        this.findings = findings;
        this.previous = previous;
        this.current = current;
    }

    void check(Field before, Field now) {
        if (before.kind() == now.kind() && before.typeText().equals(now.typeText())) {
            return;
        }
        Judgement judgement = judge(before, now);
        found(Rule.FIELD_SAME_TYPE, judgement, before, now);
        if (findings.wants(Rule.FIELD_WIRE_COMPATIBLE_TYPE) && !isWireCompatible(before, now)) {
            found(Rule.FIELD_WIRE_COMPATIBLE_TYPE, judgement, before, now);
        }
        if (findings.wants(Rule.FIELD_WIRE_JSON_COMPATIBLE_TYPE) && !isWireJsonCompatible(before, now)) {
            found(Rule.FIELD_WIRE_JSON_COMPATIBLE_TYPE, judgement, before, now);
        }
    }

    private static Judgement judge(Field before, Field now) {
        return before.kind().isNamed() && now.kind().isNamed()
                ? TypeNames.judge(name(before), name(now))
                : Judgement.BREAKING;
    }

    private void found(Rule rule, Judgement judgement, Field before, Field now) {
        String was = text(before);
        String is = text(now);
        findings.differs(
                rule,
                judgement,
                before,
                now,
                was,
                is,
                "The type of the field %s changed from %s to %s%s"
                        .formatted(
                                now.fullName(),
                                was,
                                is,
                                judgement == Judgement.BREAKING ? "." : TypeNames.ending(name(before), name(now))));
    }

    private static String text(Field field) {
        return field.kind() == Kind.GROUP ? field.typeText() + " (delimited)" : field.typeText();
    }

    private static TypeName name(Field field) {
        return new TypeName(field.typeText(), field.kind());
    }

    private boolean isWireCompatible(Field before, Field now) {
        boolean toBytes = before.kind() == Kind.STRING && now.kind() == Kind.BYTES;
        return toBytes || (wireGroup(before.kind()) == wireGroup(now.kind()) && isSameNamed(before, now));
    }

    private boolean isWireJsonCompatible(Field before, Field now) {
        return wireJsonGroup(before.kind()) == wireJsonGroup(now.kind()) && isSameNamed(before, now);
    }

    /** Enums that moved are taken for the same when they have the same short name and lost no value. */
    private boolean isSameNamed(Field before, Field now) {
        if (!before.kind().isNamed() || before.typeText().equals(now.typeText())) {
            return true;
        }
        EnumType was = previous.enums().get(before.typeText());
        EnumType is = current.enums().get(now.typeText());
        return was != null && is != null && was.name().equals(is.name()) && hasAllValues(is, was);
    }

    private static boolean hasAllValues(EnumType more, EnumType less) {
        Map<String, Integer> numbers = new HashMap<>();
        more.values().forEach(value -> numbers.put(value.name(), value.number()));
        for (EnumValue value : less.values()) {
            Integer number = numbers.get(value.name());
            if (number == null || number != value.number()) {
                return false;
            }
        }
        return true;
    }

    /** Kinds with the same number read each other's bytes (protobuf.dev/programming-guides/proto3#updating). */
    private static int wireGroup(Kind kind) {
        return switch (kind) {
            case INT32, INT64, UINT32, UINT64, BOOL -> 1;
            case SINT32, SINT64 -> 2;
            case STRING -> 3;
            case BYTES -> 4;
            case FIXED32, SFIXED32 -> 5;
            case FIXED64, SFIXED64 -> 6;
            case DOUBLE -> 7;
            case FLOAT -> 8;
            case GROUP -> 9;
            case MESSAGE -> 10;
            case ENUM -> 11;
            case UNRESOLVED -> 12;
        };
    }

    /** As above, and JSON has numbers for the one and text for the other (protobuf.dev/programming-guides/json). */
    private static int wireJsonGroup(Kind kind) {
        return switch (kind) {
            case INT32, UINT32 -> 1;
            case INT64, UINT64 -> 2;
            case FIXED32, SFIXED32 -> 3;
            case FIXED64, SFIXED64 -> 4;
            case BOOL -> 5;
            case SINT32 -> 6;
            case SINT64 -> 7;
            case STRING -> 8;
            case BYTES -> 9;
            case DOUBLE -> 10;
            case FLOAT -> 11;
            case GROUP -> 12;
            case MESSAGE -> 13;
            case ENUM -> 14;
            case UNRESOLVED -> 15;
        };
    }
}
