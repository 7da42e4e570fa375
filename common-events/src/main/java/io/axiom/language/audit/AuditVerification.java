package io.axiom.language.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit log and every service's own log are what was written.
 *
 * @param intact true only when all of them are, and could be reached
 */
public record AuditVerification(boolean intact, Chain audit, List<Chain> services) {

    /**
     * One log's check.
     *
     * @param log {@code audit} or the context
     * @param verified how many entries were read and found right
     * @param firstBad the first position that is missing, moved or changed
     */
    public record Chain(
            String log,
            boolean intact,
            long verified,
            long head,
            @Nullable Long firstBad,
            @Nullable String problem) {}
}
