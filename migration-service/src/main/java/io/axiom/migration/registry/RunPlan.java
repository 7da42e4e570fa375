package io.axiom.migration.registry;

import io.axiom.language.migration.Direction;
import io.axiom.language.migration.MigrationOrigin;
import io.axiom.language.migration.PlannedMigration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do, found out from source, target and log.
 *
 * @param hash of everything a reader of the plan relies on
 * @param concerns what the policy refuses or warns of, in words
 * @param source null for the way back, and where the files were posted
 */
public record RunPlan(
        Direction direction,
        List<PlannedMigration> migrations,
        String hash,
        List<Concern> concerns,
        @Nullable MigrationOrigin source) {
    public RunPlan {
        migrations = List.copyOf(migrations);
        concerns = List.copyOf(concerns);
    }

    /** Of no source that could be named. */
    public RunPlan(Direction direction, List<PlannedMigration> migrations, String hash, List<Concern> concerns) {
        this(direction, migrations, hash, concerns, null);
    }

    /** @param refused by the policy, unless forced */
    public record Concern(String code, String sentence, boolean refused) {}
}
