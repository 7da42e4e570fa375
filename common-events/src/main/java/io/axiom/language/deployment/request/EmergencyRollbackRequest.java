package io.axiom.language.deployment.request;

import io.axiom.language.Required;
import io.axiom.language.deployment.EnvironmentCommand.EmergencyRollback;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/rollback/emergency}, as the source document writes it. */
public record EmergencyRollbackRequest(
        @Nullable String environmentId, @Nullable String reason) {

    public EmergencyRollback toCommand() {
        return new EmergencyRollback(Required.field("environmentId", environmentId), reason);
    }
}
