package io.axiom.language.migration.request;

import io.axiom.language.Names;
import io.axiom.language.Required;
import io.axiom.language.migration.DatabaseCommand.ChangeDatabase;
import io.axiom.language.migration.DatabaseCommand.RegisterDatabase;
import io.axiom.language.migration.DatabaseCredentials;
import io.axiom.language.migration.MigrationPolicy;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/databases}, and {@code PUT /api/databases/{database}} with what is to change. */
public record DatabaseRequest(
        @Nullable String name,
        @Nullable String environment,
        @Nullable String url,
        @Nullable DatabaseCredentials credentials,
        @Nullable MigrationPolicy policy) {

    public RegisterDatabase toCommand() {
        return new RegisterDatabase(
                Names.require("database", Required.field("name", name)),
                Names.require("environment", Required.field("environment", environment)),
                Required.field("url", url),
                credentials,
                policy);
    }

    public ChangeDatabase toChange(String database) {
        return new ChangeDatabase(database, url, credentials, policy);
    }
}
