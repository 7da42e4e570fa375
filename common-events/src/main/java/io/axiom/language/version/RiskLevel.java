package io.axiom.language.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How likely going from one version to another does harm, in growing order. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
