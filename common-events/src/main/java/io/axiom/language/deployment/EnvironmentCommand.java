package io.axiom.language.deployment;

import io.axiom.language.Command;
import io.axiom.language.MessageType;
import org.jspecify.annotations.Nullable;

/** What can be asked of an environment as a whole. */
public sealed interface EnvironmentCommand extends Command {
    String environmentId();

    @Override
    default String aggregateId() {
        return environmentId();
    }

    /** @param router null for the built-in router of this installation */
    @MessageType("deployment.CreateEnvironment.v1")
    record CreateEnvironment(
            String environmentId,
            @Nullable Target target,
            @Nullable RouterAddress router,
            @Nullable Policy policy) implements EnvironmentCommand {}

    @MessageType("deployment.ChangePolicy.v1")
    record ChangePolicy(String environmentId, Policy policy) implements EnvironmentCommand {}

    /** Names a moment to go back to: now, or {@code position} of the deployment log. */
    @MessageType("deployment.CreateRollbackPoint.v1")
    record CreateRollbackPoint(
            String environmentId,
            String description,
            @Nullable Long position) implements EnvironmentCommand {}

    @MessageType("deployment.DeleteRollbackPoint.v1")
    record DeleteRollbackPoint(
            String environmentId,
            String rollbackPointId,
            @Nullable String reason) implements EnvironmentCommand {}

    /**
     * Puts versions and configuration of every component back to a moment.
     *
     * @param to {@code previous}, {@code latest} (the newest rollback point), a rollback point's id, a position, or an
     *     instant (ISO-8601), see {@link RollbackTarget}
     * @param planHash of the plan that was shown; when given, refused if the plan is no longer that one
     * @param component only this component; null for all
     * @param schema what becomes of the migrations that came with what is taken back; null for lossless
     */
    @MessageType("deployment.RollBackEnvironment.v1")
    record RollBackEnvironment(
            String environmentId,
            String to,
            String reason,
            @Nullable String planHash,
            @Nullable String component,
            @Nullable SchemaRollback schema)
            implements EnvironmentCommand {}

    /**
     * Break glass: whatever is being rolled out is taken back; where nothing is, the release before the current one returns. Schemas
     * stay as they are.
     */
    @MessageType("deployment.EmergencyRollback.v1")
    record EmergencyRollback(String environmentId, @Nullable String reason) implements EnvironmentCommand {}
}
