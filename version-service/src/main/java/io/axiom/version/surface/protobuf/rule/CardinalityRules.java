package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Cardinality;
import io.axiom.version.surface.protobuf.schema.Field;
import io.axiom.version.surface.protobuf.schema.Kind;

/** How many values a field holds. */
final class CardinalityRules {
    private final Findings findings;

    CardinalityRules(Findings findings) {
        this.findings = findings;
    }

    void check(Field before, Field now) {
        Cardinality was = before.cardinality();
        Cardinality is = now.cardinality();
        if (was == is || (before.mapMember() && now.mapMember())) {
            return;
        }
        found(Rule.FIELD_SAME_CARDINALITY, before, now);
        if (wireGroup(was) != wireGroup(is)) {
            found(Rule.FIELD_WIRE_COMPATIBLE_CARDINALITY, before, now);
        }
        if (wireJsonGroup(was) != wireJsonGroup(is)) {
            found(Rule.FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY, before, now);
        }
    }

    /** A message always has presence; where the type is not known, a change of presence alone may be none. */
    private void found(Rule rule, Field before, Field now) {
        boolean unresolved = before.kind() == Kind.UNRESOLVED || now.kind() == Kind.UNRESOLVED;
        boolean presenceOnly = wireGroup(before.cardinality()) == 1 && wireGroup(now.cardinality()) == 1;
        String was = before.cardinality().title();
        String is = now.cardinality().title();
        findings.differs(
                rule,
                unresolved && presenceOnly ? Judgement.UNDETERMINED : Judgement.BREAKING,
                before,
                now,
                was,
                is,
                "The field %s changed from %s to %s.".formatted(now.fullName(), was, is));
    }

    private static int wireGroup(Cardinality cardinality) {
        return switch (cardinality) {
            case OPTIONAL_EXPLICIT, OPTIONAL_IMPLICIT -> 1;
            case REQUIRED -> 2;
            case REPEATED, MAP -> 3;
        };
    }

    /** On the wire a map is a repeated message; in JSON it is an object. */
    private static int wireJsonGroup(Cardinality cardinality) {
        return cardinality == Cardinality.MAP ? 4 : wireGroup(cardinality);
    }
}
