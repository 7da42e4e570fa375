package io.axiom.version.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Which releases a new version is measured by.
 *
 * @param predecessor the highest release below it that is not yanked; null when there is none
 * @param compared the highest of them that carries surfaces; null when none does
 */
public record Lineage(
        @Nullable String predecessor, @Nullable String compared) {
    public static final Lineage NONE = new Lineage(null, null);
}
