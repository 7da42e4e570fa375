package io.axiom.version.component;

import io.axiom.language.version.VersionView.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a version's number is used for; a number once used stays used.
 *
 * @param version as it was created, with its build metadata
 */
public record Entry(
        String version,
        Status status,
        @Nullable String reason,
        @Nullable String replacement) {
    static Entry active(String version) {
        return new Entry(version, Status.ACTIVE, null, null);
    }

    Entry deprecated(String why, @Nullable String instead) {
        return new Entry(version, Status.DEPRECATED, why, instead);
    }

    Entry yanked(String why) {
        return new Entry(version, Status.YANKED, why, null);
    }

    boolean isYanked() {
        return status == Status.YANKED;
    }
}
