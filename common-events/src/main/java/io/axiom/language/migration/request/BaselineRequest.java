package io.axiom.language.migration.request;

import io.axiom.language.Required;
import io.axiom.language.migration.DatabaseCommand.BaselineDatabase;
import io.axiom.language.migration.MigrationSource;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/databases/{database}/baseline}. */
public record BaselineRequest(
        @Nullable MigrationSource source,
        @Nullable String to,
        @Nullable String reason) {

    public BaselineDatabase toCommand(String database) {
        return new BaselineDatabase(database, Required.field("source", source), to, Required.field("reason", reason));
    }
}
