package io.axiom.language.deployment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What going back to a moment would do. The same code makes it for showing and for doing.
 *
 * @param position the moment, in the deployment log
 * @param at when that was, null for position 0
 * @param schema what becomes of migrations; null for {@link SchemaRollback#LOSSLESS}
 * @param hash over everything else here; applying a plan needs it, so what was shown is what is done
 */
public record RollbackPlan(
        String environment,
        String to,
        long position,
        @Nullable Instant at,
        List<Change> changes,
        List<String> warnings,
        @Nullable SchemaRollback schema,
        String hash) {

    /**
     * One component's way back.
     *
     * @param from what runs now, null for nothing
     * @param toRelease what will run, null for nothing
     * @param instances of the release put back
     * @param steps what will be done, in order
     */
    public record Change(
            String component,
            @Nullable Release from,
            @Nullable Release toRelease,
            int instances,
            Grade grade,
            String detail,
            List<Step> steps) {}

    /** Whether the way back can itself be taken back. */
    public enum Grade {
        LOSSLESS,
        LOSES_LATER_DATA,
        IRREVERSIBLE
    }
}
