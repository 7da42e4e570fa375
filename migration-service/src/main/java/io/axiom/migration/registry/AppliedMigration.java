package io.axiom.migration.registry;

import io.axiom.language.migration.PlannedMigration;
import org.jspecify.annotations.Nullable;

/**
 * A migration that is applied.
 *
 * @param planned how it was applied; null where it was taken as applied
 */
public record AppliedMigration(
        String migrationId,
        @Nullable String version,
        String name,
        String checksum,
        @Nullable String runId,
        @Nullable PlannedMigration planned) {

    AppliedMigration withChecksum(String repaired) {
        return new AppliedMigration(migrationId, version, name, repaired, runId, planned);
    }
}
