package io.axiom.language.version.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of something between two versions. */
public enum Difference {
    ADDED,
    REMOVED,
    CHANGED,
    SAME;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
