package io.axiom.migration.run;

import java.util.Locale;

/** Which way a migration goes. */
public enum Direction {
    UP,
    DOWN;

    /** {@code up} or {@code down}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
