package io.axiom.language.migration.view;

import io.axiom.language.migration.WayBackGrade;
import org.jspecify.annotations.Nullable;

/**
 * A migration that is applied.
 *
 * @param grade of its way back; null where none is known, as for those taken as applied
 * @param baseline whether it was taken as applied rather than run
 * @param runId of the run that applied it; null for a baseline
 */
public record AppliedMigrationView(
        String migrationId,
        @Nullable String version,
        String name,
        String checksum,
        @Nullable WayBackGrade grade,
        boolean proven,
        boolean baseline,
        @Nullable String runId) {}
