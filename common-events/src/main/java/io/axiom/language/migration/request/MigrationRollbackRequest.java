package io.axiom.language.migration.request;

import io.axiom.language.Required;
import io.axiom.language.migration.DatabaseCommand.RollBackMigrations;
import io.axiom.language.migration.WayBackGrade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/databases/{database}/rollback}. Exactly one of {@code last}, {@code migration}, {@code after},
 * {@code position} and {@code runs} is given.
 *
 * @param dryRun answers the plan; nothing is decided or changed
 */
public record MigrationRollbackRequest(
        @Nullable Integer last,
        @Nullable String migration,
        @Nullable String after,
        @Nullable Long position,
        @Nullable List<String> runs,
        @Nullable String reason,
        @Nullable String planHash,
        @Nullable WayBackGrade accept,
        @Nullable Boolean force,
        @Nullable Boolean dryRun) {

    public RollBackMigrations toCommand(String database) {
        String why = Boolean.TRUE.equals(dryRun) ? "dry run" : Required.field("reason", reason);
        return new RollBackMigrations(database, last, migration, after, position, runs, why, planHash, accept, force);
    }
}
