package io.axiom.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * What verifying a log found.
 *
 * @param verified how many events were read and found right
 * @param head the position verified up to
 * @param firstBad the first position that is missing, moved or changed; null when all is well
 */
public record Verification(
        long verified,
        long head,
        @Nullable Long firstBad,
        @Nullable String problem) {
    public boolean intact() {
        return firstBad == null;
    }
}
