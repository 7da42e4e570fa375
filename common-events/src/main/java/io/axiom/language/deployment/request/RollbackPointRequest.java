package io.axiom.language.deployment.request;

import io.axiom.language.Required;
import io.axiom.language.deployment.EnvironmentCommand.CreateRollbackPoint;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/environments/{e}/rollback-points}; {@code position} null means now. */
public record RollbackPointRequest(
        @Nullable String description, @Nullable Long position) {

    public CreateRollbackPoint toCommand(String environment) {
        return new CreateRollbackPoint(environment, Required.field("description", description), position);
    }
}
