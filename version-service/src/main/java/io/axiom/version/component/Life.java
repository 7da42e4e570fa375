package io.axiom.version.component;

import io.axiom.language.version.VersionView.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a version stands between its creation and its end.
 *
 * @param reason null while active
 * @param since when a deprecation starts to hold or the life ends; null for at once, and while active
 */
public record Life(
        Status status,
        @Nullable String reason,
        @Nullable String replacement,
        @Nullable Instant since) {
    static final Life ACTIVE = new Life(Status.ACTIVE, null, null, null);

    boolean isYanked() {
        return status == Status.YANKED;
    }

    boolean isEnded() {
        return status == Status.ENDED;
    }

    /** Whether a channel may point to it. */
    boolean isUsable(Instant now) {
        return !isYanked() && !(isEnded() && (since == null || !since.isAfter(now)));
    }
}
