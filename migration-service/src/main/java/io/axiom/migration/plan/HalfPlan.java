package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** How a migration that stopped half way is taken back. */
final class HalfPlan {
    private HalfPlan() {}

    /** @throws RejectedException {@code migration.no-way-back} where what is applied of it cannot be taken back */
    static PlannedMigration of(
            Registered database, HalfApplied half, DatabaseAddress address, Snapshot schema, ContentStore contents) {
        PlannedMigration up = half.planned();
        if (half.unfinished().direction() == Direction.DOWN) {
            // It goes on with the way back it is on.
            return up;
        }
        HalfWayBack back = HalfWayBack.of(half);
        int there = back.statements().size();
        if (!back.unknown().isEmpty()) {
            throw new RejectedException(new Rejection(
                    "migration.no-way-back",
                    Rejection.Kind.UNPROCESSABLE,
                    "Of migration " + up.migrationId() + " on \"" + database.databaseId() + "\" " + there + " of "
                            + up.statements() + " statements are applied, and they cannot be taken back: "
                            + Texts.shorten(String.join("; ", back.unknown()), 1_000) + ".",
                    "Mend the statement it stopped at and go on: axiom migration run " + database.databaseId() + "."));
        }
        List<String> failures = back.prove(
                address,
                schema,
                // As it was when it began, whatever the policy says now.
                !half.content().release().isEmpty(),
                MigrationPlanner.shortName(up.migrationId()));
        List<String> reasons = new ArrayList<>();
        reasons.add(
                there == 0
                        ? "none of its " + up.statements()
                                + " statements is applied, only what keeps data for the first"
                        : "of its " + up.statements() + " statements "
                                + (there == 1 ? "the first is" : "the first " + there + " are")
                                + " applied; these are taken back");
        reasons.addAll(back.reasons());
        reasons.addAll(failures);
        return up.back(back.down().size(), back.grade(), failures.isEmpty(), reasons, contents.put(back.content()));
    }
}
