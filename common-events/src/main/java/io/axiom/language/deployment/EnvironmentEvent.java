package io.axiom.language.deployment;

import io.axiom.language.Cut;
import io.axiom.language.Event;
import io.axiom.language.MessageType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to an environment as a whole. */
public sealed interface EnvironmentEvent extends Event {

    @MessageType("deployment.EnvironmentCreated.v1")
    record EnvironmentCreated(
            String environment, Target target, @Nullable RouterAddress router, Policy policy, Instant at)
            implements EnvironmentEvent {}

    @MessageType("deployment.PolicyChanged.v1")
    record PolicyChanged(String environment, Policy policy, Instant at) implements EnvironmentEvent {}

    /** @param deploymentId the deployment it was made before, null when a person made it */
    @MessageType("deployment.RollbackPointCreated.v1")
    record RollbackPointCreated(
            String environment,
            String rollbackPointId,
            Cut cut,
            String description,
            @Nullable String deploymentId,
            String by,
            Instant at)
            implements EnvironmentEvent {}

    @MessageType("deployment.RollbackPointDeleted.v1")
    record RollbackPointDeleted(String environment, String rollbackPointId, String by, String reason, Instant at)
            implements EnvironmentEvent {}

    @MessageType("deployment.EnvironmentRollbackStarted.v1")
    record EnvironmentRollbackStarted(
            String environment,
            String rollbackId,
            RollbackPlan plan,
            boolean emergency,
            String requestedBy,
            String reason,
            Instant at)
            implements EnvironmentEvent {}

    /** One component of a rollback of the environment is where it should be. {@code runId} is its run, null when none was needed. */
    @MessageType("deployment.ComponentPutBack.v1")
    record ComponentPutBack(
            String environment,
            String rollbackId,
            String component,
            @Nullable String runId,
            Instant at) implements EnvironmentEvent {}

    /** @param components how each component's own rollback ended: its run id */
    @MessageType("deployment.EnvironmentRollbackCompleted.v1")
    record EnvironmentRollbackCompleted(
            String environment, String rollbackId, Map<String, String> components, Instant at)
            implements EnvironmentEvent {}

    @MessageType("deployment.EnvironmentRollbackFailed.v1")
    record EnvironmentRollbackFailed(String environment, String rollbackId, Cause cause, Instant at)
            implements EnvironmentEvent {}
}
