package io.axiom.language.migration.request;

import io.axiom.language.Required;
import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.MigrationSource;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/databases/{database}/migrate}.
 *
 * @param dryRun answers the plan; nothing is decided or changed
 * @param rehearse with {@code dryRun}: runs it too, in a transaction that is rolled back or on a scratch copy
 */
public record MigrateRequest(
        @Nullable MigrationSource source,
        @Nullable String to,
        @Nullable String planHash,
        @Nullable Boolean force,
        @Nullable String reason,
        @Nullable Boolean dryRun,
        @Nullable Boolean rehearse) {

    public Migrate toCommand(String database) {
        return new Migrate(database, Required.field("source", source), to, planHash, force, reason);
    }
}
