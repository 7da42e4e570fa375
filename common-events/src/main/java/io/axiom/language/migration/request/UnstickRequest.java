package io.axiom.language.migration.request;

import io.axiom.language.Required;
import io.axiom.language.migration.DatabaseCommand.UnstickMigrations;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/databases/{database}/unstick}. */
public record UnstickRequest(@Nullable String reason) {

    public UnstickMigrations toCommand(String database) {
        return new UnstickMigrations(database, Required.field("reason", reason));
    }
}
