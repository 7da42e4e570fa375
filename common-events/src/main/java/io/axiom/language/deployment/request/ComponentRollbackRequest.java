package io.axiom.language.deployment.request;

import io.axiom.language.Required;
import io.axiom.language.deployment.RolloutCommand.RequestRollback;
import io.axiom.language.deployment.SchemaRollback;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/environments/{e}/components/{c}/rollback}. */
public record ComponentRollbackRequest(
        @Nullable String releaseId,
        @Nullable String reason,
        @Nullable SchemaRollback schema) {

    public RequestRollback toCommand(String environment, String component) {
        return new RequestRollback(environment, component, releaseId, Required.field("reason", reason), null, schema);
    }
}
