package io.axiom.language.migration.request;

import io.axiom.language.Required;
import io.axiom.language.migration.DatabaseCommand.RepairMigration;
import io.axiom.language.migration.MigrationSource;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/databases/{database}/migrations/{migration}/repair}. */
public record RepairRequest(
        @Nullable MigrationSource source, @Nullable String reason) {

    public RepairMigration toCommand(String database, String migration) {
        return new RepairMigration(
                database, migration, Required.field("source", source), Required.field("reason", reason));
    }
}
