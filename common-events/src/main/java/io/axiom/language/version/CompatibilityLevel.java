package io.axiom.language.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether one version can take another's place. */
public enum CompatibilityLevel {
    COMPATIBLE,
    BREAKING,
    DEPRECATED,
    UNKNOWN;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
