package io.axiom.deployment.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check's attempts so far amount to. Immutable; the thresholds turn a row of equal results into a verdict.
 *
 * @param verdict null while neither threshold was reached yet
 * @param row how many equal results in a row
 * @param lastPassed of the last attempt
 * @param failingSince when the row of failures began, null while passing
 */
record Streak(
        @Nullable Boolean verdict,
        int row,
        boolean lastPassed,
        @Nullable Instant failingSince) {
    static final Streak NONE = new Streak(null, 0, true, null);

    Streak after(boolean passed, int successThreshold, int failureThreshold, Instant at) {
        int count = row > 0 && passed == lastPassed ? row + 1 : 1;
        Instant since = passed ? null : (failingSince == null ? at : failingSince);
        int threshold = passed ? successThreshold : failureThreshold;
        return new Streak(count >= threshold ? Boolean.valueOf(passed) : verdict, count, passed, since);
    }

    boolean isHealthy() {
        return Boolean.TRUE.equals(verdict);
    }

    boolean isUnhealthy() {
        return Boolean.FALSE.equals(verdict);
    }
}
