package io.axiom.language.migration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which way a run goes. */
public enum Direction {
    /** Applies migrations. */
    @JsonProperty("up")
    UP,
    /** Takes them back. */
    @JsonProperty("down")
    DOWN;

    /** {@code up} or {@code down}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
