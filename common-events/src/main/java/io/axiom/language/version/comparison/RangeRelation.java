package io.axiom.language.version.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a range relates to the one before it, by the versions in it. */
public enum RangeRelation {
    /** The same versions, however it is written. */
    EQUAL,
    /** Takes all it took, and more. */
    WIDER,
    /** Takes less than it took. */
    NARROWER,
    /** Takes some of what it took, and others. */
    OVERLAPPING,
    /** Takes nothing of what it took. */
    DISJOINT;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
