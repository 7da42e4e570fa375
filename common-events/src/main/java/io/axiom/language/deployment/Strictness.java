package io.axiom.language.deployment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a deployment that one should better not do. */
public enum Strictness {
    /** It goes on, with a warning that stays on record. */
    WARN,
    REFUSE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
