package io.axiom.language.migration;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a run goes. */
public enum Direction {
    /** Applies migrations. */
    @JsonProperty("up")
    UP,
    /** Takes them back. */
    @JsonProperty("down")
    DOWN
}
