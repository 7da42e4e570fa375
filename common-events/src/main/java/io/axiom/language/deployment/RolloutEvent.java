package io.axiom.language.deployment;

import io.axiom.language.Event;
import io.axiom.language.MessageType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a rollout. {@code runId} is the id of the deployment or rollback a step belongs to, see
 * {@link DeploymentId}.
 */
public sealed interface RolloutEvent extends Event {

    /**
     * @param previous what ran before, null for a first deployment
     * @param instances of the new release when done
     * @param deadline when the deployment fails if it has not ended
     * @param warnings what should have kept one from it, such as a deprecated version; null when there is nothing
     */
    @MessageType("deployment.DeploymentStarted.v1")
    record DeploymentStarted(
            String deploymentId,
            String environment,
            String component,
            Release release,
            @Nullable Release previous,
            int instances,
            Strategy strategy,
            List<Step> plan,
            List<HealthCheck> healthChecks,
            Thresholds thresholds,
            boolean rollbackOnFailure,
            Duration progressDeadline,
            Instant deadline,
            List<Notification> notifications,
            String requestedBy,
            @Nullable String reason,
            Instant at,
            @Nullable List<String> warnings)
            implements RolloutEvent {

        public DeploymentStarted {
            warnings = warnings == null || warnings.isEmpty() ? null : List.copyOf(warnings);
        }

        /** One without warnings. */
        public DeploymentStarted(
                String deploymentId,
                String environment,
                String component,
                Release release,
                @Nullable Release previous,
                int instances,
                Strategy strategy,
                List<Step> plan,
                List<HealthCheck> healthChecks,
                Thresholds thresholds,
                boolean rollbackOnFailure,
                Duration progressDeadline,
                Instant deadline,
                List<Notification> notifications,
                String requestedBy,
                @Nullable String reason,
                Instant at) {
            this(
                    deploymentId,
                    environment,
                    component,
                    release,
                    previous,
                    instances,
                    strategy,
                    plan,
                    healthChecks,
                    thresholds,
                    rollbackOnFailure,
                    progressDeadline,
                    deadline,
                    notifications,
                    requestedBy,
                    reason,
                    at,
                    null);
        }
    }

    @MessageType("deployment.DeploymentApproved.v1")
    record DeploymentApproved(
            String deploymentId, String by, @Nullable String comment, Instant at) implements RolloutEvent {}

    /** @param deadline when the step fails if it has not ended, null for steps that wait for a person */
    @MessageType("deployment.StepStarted.v1")
    record StepStarted(
            String runId,
            int index,
            int attempt,
            Step step,
            Instant at,
            @Nullable Instant deadline) implements RolloutEvent {}

    @MessageType("deployment.StepCompleted.v1")
    record StepCompleted(String runId, int index, int attempt, String detail, Instant at) implements RolloutEvent {}

    @MessageType("deployment.StepFailed.v1")
    record StepFailed(String runId, int index, int attempt, Cause cause, Instant at) implements RolloutEvent {}

    @MessageType("deployment.InstanceStarted.v1")
    record InstanceStarted(
            String runId, String instanceId, String releaseId, String host, int port, long pid, Instant at)
            implements RolloutEvent {}

    /** An instance ended that should be running. */
    @MessageType("deployment.InstanceExited.v1")
    record InstanceExited(
            String instanceId, String releaseId, @Nullable Integer exitCode, String detail, Instant at)
            implements RolloutEvent {}

    /** An instance was stopped because it is no longer wanted. */
    @MessageType("deployment.InstanceStopped.v1")
    record InstanceStopped(String instanceId, String releaseId, Instant at) implements RolloutEvent {}

    /** The router confirmed these weights. */
    @MessageType("deployment.TrafficShifted.v1")
    record TrafficShifted(String runId, Map<String, Integer> weights, Instant at) implements RolloutEvent {}

    /** A check that was unhealthy or unknown passed its success threshold. */
    @MessageType("deployment.HealthCheckPassed.v1")
    record HealthCheckPassed(String runId, String releaseId, String check, String detail, Instant at)
            implements RolloutEvent {}

    /** A check, or the traffic itself, passed its failure threshold. {@code firstFailureAt} is when it began to fail. */
    @MessageType("deployment.HealthCheckFailed.v1")
    record HealthCheckFailed(
            String runId, String releaseId, String check, Cause cause, Instant firstFailureAt, Instant at)
            implements RolloutEvent {}

    @MessageType("deployment.DeploymentPaused.v1")
    record DeploymentPaused(
            String deploymentId, String by, @Nullable String reason, Instant at) implements RolloutEvent {}

    @MessageType("deployment.DeploymentResumed.v1")
    record DeploymentResumed(
            String deploymentId, String by, @Nullable String reason, Instant at) implements RolloutEvent {}

    @MessageType("deployment.DeploymentPromoted.v1")
    record DeploymentPromoted(
            String deploymentId,
            String by,
            boolean full,
            @Nullable String reason,
            Instant at) implements RolloutEvent {}

    @MessageType("deployment.DeploymentAborted.v1")
    record DeploymentAborted(String deploymentId, String by, String reason, Instant at) implements RolloutEvent {}

    @MessageType("deployment.DeploymentRetried.v1")
    record DeploymentRetried(
            String runId, String by, @Nullable String reason, Instant at) implements RolloutEvent {}

    /** @param retireAt when the release kept warm ({@code previous}) is stopped, null when there is none */
    @MessageType("deployment.DeploymentCompleted.v1")
    record DeploymentCompleted(
            String deploymentId, String releaseId, @Nullable Instant retireAt, Instant at) implements RolloutEvent {}

    @MessageType("deployment.DeploymentFailed.v1")
    record DeploymentFailed(String deploymentId, Cause cause, Instant at) implements RolloutEvent {}

    /** A release kept warm was stopped. */
    @MessageType("deployment.ReleaseRetired.v1")
    record ReleaseRetired(String releaseId, Instant at) implements RolloutEvent {}

    /**
     * @param deploymentId what is being taken back, null when no deployment is running or failed
     * @param to the release to put back, null to run nothing
     * @param automatic whether a failed check asked for it
     * @param condemned whether {@code from} counts as bad from now on: refused unless expressly asked for
     * @param environmentRollbackId the rollback of the whole environment this is a part of, null when it is none
     */
    @MessageType("deployment.RollbackRequested.v1")
    record RollbackRequested(
            String rollbackId,
            String environment,
            String component,
            @Nullable String deploymentId,
            @Nullable Release from,
            @Nullable Release to,
            boolean automatic,
            boolean condemned,
            @Nullable String environmentRollbackId,
            String requestedBy,
            String reason,
            @Nullable Instant firstFailureAt,
            Instant at)
            implements RolloutEvent {}

    @MessageType("deployment.RollbackStarted.v1")
    record RollbackStarted(String rollbackId, List<Step> plan, Instant at) implements RolloutEvent {}

    @MessageType("deployment.RollbackCompleted.v1")
    record RollbackCompleted(String rollbackId, @Nullable String releaseId, Instant at) implements RolloutEvent {}

    /** The rollback stopped where it was. A person has to look; nothing tries again by itself. */
    @MessageType("deployment.RollbackFailed.v1")
    record RollbackFailed(String rollbackId, Cause cause, Instant at) implements RolloutEvent {}
}
