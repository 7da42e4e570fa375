package io.axiom.language.deployment.request;

import io.axiom.language.Required;
import io.axiom.language.deployment.EnvironmentCommand.RollBackEnvironment;
import io.axiom.language.deployment.SchemaRollback;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/environments/{e}/rollback}.
 *
 * @param dryRun answers with the plan; nothing happens, and no reason is needed
 */
public record EnvironmentRollbackRequest(
        @Nullable String to,
        @Nullable String reason,
        @Nullable String planHash,
        @Nullable String component,
        @Nullable SchemaRollback schema,
        @Nullable Boolean dryRun) {

    public RollBackEnvironment toCommand(String environment) {
        return new RollBackEnvironment(
                environment, Required.field("to", to), Required.field("reason", reason), planHash, component, schema);
    }
}
