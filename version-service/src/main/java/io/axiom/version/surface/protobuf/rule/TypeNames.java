package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.TypeName;

/** Judges two references to types that are written differently. */
final class TypeNames {
    private TypeNames() {}

    /** Where a file is missing, {@code Order} and {@code shop.Order} may be one type: undetermined. */
    static Judgement judge(TypeName before, TypeName now) {
        boolean known = before.isResolved() && now.isResolved();
        return known || !mayBeSame(before.name(), now.name()) ? Judgement.BREAKING : Judgement.UNDETERMINED;
    }

    static String ending(TypeName before, TypeName now) {
        return judge(before, now) == Judgement.BREAKING
                ? "."
                : "; a file that declares them was not given, so whether it is the same type is not known.";
    }

    private static boolean mayBeSame(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }
}
