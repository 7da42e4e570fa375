package io.axiom.deployment.environment;

import io.axiom.language.Command;
import io.axiom.language.Cut;
import io.axiom.language.MessageType;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.EnvironmentCommand;
import io.axiom.language.deployment.RollbackPlan;
import org.jspecify.annotations.Nullable;

/** What an environment decides on: published commands with what they need looked up, and what its processes report. */
public sealed interface EnvironmentInput extends Command {
    String environmentId();

    @Override
    default String aggregateId() {
        return environmentId();
    }

    /** A published command that needs nothing from elsewhere. */
    record Asked(EnvironmentCommand command) implements EnvironmentInput {
        @Override
        public String environmentId() {
            return command.environmentId();
        }
    }

    /**
     * Makes a rollback point of a moment that is known.
     *
     * @param deploymentId the deployment it is made before, null when a person makes it
     * @param keep how many points are kept where the environment's policy does not say
     */
    @MessageType("deployment.internal.MarkPoint.v1")
    record MarkPoint(
            String environmentId,
            Cut cut,
            String description,
            @Nullable String deploymentId,
            int keep) implements EnvironmentInput {}

    /**
     * Goes back by a plan made just now.
     *
     * @param planHash of the plan that was shown, null when none was
     */
    record GoBack(
            String environmentId,
            RollbackPlan plan,
            boolean emergency,
            String reason,
            @Nullable String planHash) implements EnvironmentInput {}

    /** @param runId its rollback run, null when it was where it should be already */
    @MessageType("deployment.internal.ComponentReturned.v1")
    record ComponentReturned(
            String environmentId,
            String rollbackId,
            String component,
            @Nullable String runId) implements EnvironmentInput {}

    @MessageType("deployment.internal.ComponentBroke.v1")
    record ComponentBroke(String environmentId, String rollbackId, String component, Cause cause)
            implements EnvironmentInput {}
}
