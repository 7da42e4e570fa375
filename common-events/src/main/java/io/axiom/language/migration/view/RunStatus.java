package io.axiom.language.migration.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run is. */
public enum RunStatus {
    RUNNING,
    COMPLETED,
    FAILED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
