package io.axiom.language.version.surface;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a change means for those who use the surface, in order of growing weight. */
public enum Judgement {
    SAFE,
    /** Works by the letter, but may surprise: a new enum value in a response, a tightened pattern nobody may have used. */
    RISKY,
    /** Not understood, therefore never called safe. */
    UNDETERMINED,
    BREAKING;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Judgement or(Judgement other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
