package io.axiom.migration.registry;

import io.axiom.language.migration.Direction;
import io.axiom.language.migration.PlannedMigration;
import java.util.List;

/**
 * What a run would do, found out from source, target and log.
 *
 * @param hash of everything a reader of the plan relies on
 * @param concerns what the policy refuses or warns of, in words
 */
public record RunPlan(Direction direction, List<PlannedMigration> migrations, String hash, List<Concern> concerns) {
    public RunPlan {
        migrations = List.copyOf(migrations);
        concerns = List.copyOf(concerns);
    }

    /** @param refused by the policy, unless forced */
    public record Concern(String code, String sentence, boolean refused) {}
}
