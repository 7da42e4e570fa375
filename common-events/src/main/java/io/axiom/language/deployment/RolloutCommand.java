package io.axiom.language.deployment;

import io.axiom.language.Command;
import io.axiom.language.MessageType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What can be asked of a rollout: one component in one environment. */
public sealed interface RolloutCommand extends Command {

    /**
     * Deploys a version. The fields and their names are those of the source document.
     *
     * @param environmentId the environment's name
     * @param configuration settings for this release; null keeps those of the release running now
     * @param instances how many, default 1 or as many as run now
     * @param timeout for the whole deployment, default 10 min
     * @param progressDeadline for any one step that waits for the world, default 2 min
     * @param rollbackOnFailure default {@code AUTO_ROLLBACK_ON_FAILURE} (true)
     * @param allowRolledBack deploys a release that was rolled back before
     */
    @MessageType("deployment.StartDeployment.v1")
    record StartDeployment(
            String environmentId,
            String component,
            String version,

            @JsonDeserialize(using = StrategyReader.class) @Nullable
            Strategy strategy,

            @Nullable Map<String, String> configuration,
            @Nullable Integer instances,
            @Nullable List<HealthCheck> healthChecks,
            @Nullable Thresholds thresholds,
            @Nullable Boolean rollbackOnFailure,
            @Nullable Duration timeout,
            @Nullable Duration progressDeadline,
            @Nullable List<Notification> notifications,
            @Nullable Boolean approvalRequired,
            @Nullable List<String> approvers,
            @Nullable Boolean allowRolledBack,
            @Nullable String reason)
            implements RolloutCommand {
        @Override
        public String aggregateId() {
            return DeploymentId.rolloutId(environmentId, component);
        }
    }

    /** A command to one running deployment. */
    sealed interface ToDeployment extends RolloutCommand {
        String deploymentId();

        @Override
        default String aggregateId() {
            return DeploymentId.parse(deploymentId()).rolloutId();
        }
    }

    /** Ends the wait of the current step; {@code full} skips every wait that is left. */
    @MessageType("deployment.PromoteDeployment.v1")
    record PromoteDeployment(
            String deploymentId,
            @Nullable Boolean full,
            @Nullable String reason) implements ToDeployment {}

    @MessageType("deployment.PauseDeployment.v1")
    record PauseDeployment(String deploymentId, @Nullable String reason) implements ToDeployment {}

    @MessageType("deployment.ResumeDeployment.v1")
    record ResumeDeployment(String deploymentId, @Nullable String reason) implements ToDeployment {}

    /** Stops going forward and puts the release before it back. */
    @MessageType("deployment.AbortDeployment.v1")
    record AbortDeployment(String deploymentId, String reason) implements ToDeployment {}

    /** Tries the failed step of a failed deployment or rollback again. */
    @MessageType("deployment.RetryDeployment.v1")
    record RetryDeployment(String deploymentId, @Nullable String reason) implements ToDeployment {}

    @MessageType("deployment.ApproveDeployment.v1")
    record ApproveDeployment(String deploymentId, @Nullable String comment) implements ToDeployment {}

    /**
     * Puts a release of this component back.
     *
     * @param releaseId one this rollout has run before; null for the release before the current one
     * @param reason required
     * @param deploymentId takes back this deployment only: refused when it is no longer the one in the way
     * @param schema what becomes of the migrations that came with what is taken back; null for lossless
     */
    @MessageType("deployment.RequestRollback.v1")
    record RequestRollback(
            String environmentId,
            String component,
            @Nullable String releaseId,
            String reason,
            @Nullable String deploymentId,
            @Nullable SchemaRollback schema)
            implements RolloutCommand {
        public RequestRollback(String environmentId, String component, @Nullable String releaseId, String reason) {
            this(environmentId, component, releaseId, reason, null, null);
        }

        @Override
        public String aggregateId() {
            return DeploymentId.rolloutId(environmentId, component);
        }
    }

    /**
     * An outside monitor's verdict on the release a deployment is bringing out; an unhealthy one counts as a failed check.
     */
    @MessageType("deployment.ReportHealth.v1")
    record ReportHealth(String deploymentId, String check, boolean healthy, String detail) implements ToDeployment {}
}
