package io.axiom.language.migration.view;

import io.axiom.language.migration.Direction;
import io.axiom.language.migration.MigrationOrigin;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.language.migration.RunFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do.
 *
 * @param planHash repeats exactly this plan, or is refused
 * @param refused what the database's policy refuses; empty where the plan may run
 * @param warnings what it lets pass
 * @param source null for the way back, and where the files were posted
 * @param rehearsal null where it was not asked for
 */
public record MigrationPlanView(
        String databaseId,
        Direction direction,
        List<PlannedMigration> migrations,
        String planHash,
        List<String> refused,
        List<String> warnings,
        @Nullable MigrationOrigin source,
        @Nullable Rehearsal rehearsal) {

    /**
     * The plan was run without effect.
     *
     * @param how in words: in a transaction that was rolled back, or on a scratch copy
     * @param failure null where every statement went through
     */
    public record Rehearsal(String how, @Nullable RunFailure failure) {}
}
