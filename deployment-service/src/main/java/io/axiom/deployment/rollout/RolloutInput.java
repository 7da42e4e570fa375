package io.axiom.deployment.rollout;

import io.axiom.language.Command;
import io.axiom.language.MessageType;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutCommand;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.version.RunSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rollout decides on: published commands with what they need from elsewhere, and what the world reported back. */
public sealed interface RolloutInput extends Command {

    /** A published command that needs nothing from elsewhere. */
    record Asked(RolloutCommand command) implements RolloutInput {
        @Override
        public String aggregateId() {
            return command.aggregateId();
        }
    }

    /**
     * A deployment with the version and the environment's policy looked up.
     *
     * @param artifacts what the version is made of on this machine, besides what {@code run} names
     * @param warnings what should keep one from deploying this version
     */
    record Begin(
            StartDeployment request,
            RunSpec run,
            List<RunSpec.Artifact> artifacts,
            Policy policy,
            Defaults defaults,
            List<String> warnings)
            implements RolloutInput {

        /** A version made of nothing but what {@code run} names, with nothing to be said against it. */
        public Begin(StartDeployment request, RunSpec run, Policy policy, Defaults defaults) {
            this(request, run, List.of(), policy, defaults, List.of());
        }

        @Override
        public String aggregateId() {
            return request.aggregateId();
        }
    }

    /** One component's part of rolling back an environment to {@code instances} of {@code to}; null stops the component. */
    @MessageType("deployment.internal.PutBack.v1")
    record PutBack(
            String rolloutId,
            String environmentRollbackId,
            @Nullable Release to,
            int instances,
            boolean emergency,
            SchemaRollback schema,
            String reason)
            implements RolloutInput {
        @Override
        public String aggregateId() {
            return rolloutId;
        }
    }

    /** What an effect reports back. {@code at} of the command's context is when it was seen. */
    sealed interface Report extends RolloutInput {
        String rolloutId();

        @Override
        default String aggregateId() {
            return rolloutId();
        }
    }

    @MessageType("deployment.internal.StepSucceeded.v1")
    record StepSucceeded(String rolloutId, String runId, int index, int attempt, String detail) implements Report {}

    @MessageType("deployment.internal.StepBroke.v1")
    record StepBroke(String rolloutId, String runId, int index, int attempt, Cause cause) implements Report {}

    @MessageType("deployment.internal.InstanceUp.v1")
    record InstanceUp(
            String rolloutId, String runId, String instanceId, String releaseId, String host, int port, long pid)
            implements Report {}

    /** It ended though it is wanted. */
    @MessageType("deployment.internal.InstanceLost.v1")
    record InstanceLost(
            String rolloutId,
            String instanceId,
            String releaseId,
            @Nullable Integer exitCode,
            String detail) implements Report {}

    /** It was stopped because it is not wanted. */
    @MessageType("deployment.internal.InstanceDown.v1")
    record InstanceDown(String rolloutId, String instanceId, String releaseId) implements Report {}

    /** A check's verdict on a release changed. {@code cause} is null when healthy. Check {@code traffic} is the router's report. */
    @MessageType("deployment.internal.HealthSeen.v1")
    record HealthSeen(
            String rolloutId,
            String runId,
            String releaseId,
            String check,
            boolean healthy,
            @Nullable Cause cause,
            String detail,
            @Nullable Instant firstFailureAt)
            implements Report {}

    /** A stored deadline passed: of the step, of the deployment, or for retiring a warm release. Decided by comparing times. */
    @MessageType("deployment.internal.DeadlinePassed.v1")
    record DeadlinePassed(String rolloutId) implements Report {}
}
