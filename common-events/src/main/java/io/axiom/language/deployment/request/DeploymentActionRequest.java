package io.axiom.language.deployment.request;

import io.axiom.language.Required;
import io.axiom.language.deployment.RolloutCommand;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/deployments/{id}/promote|pause|resume|abort|retry|approve}; the body may be left out except for abort.
 *
 * @param full for promote: skip every wait that is left
 * @param comment for approve
 */
public record DeploymentActionRequest(
        @Nullable Boolean full,
        @Nullable String reason,
        @Nullable String comment) {

    /** The last segment of the path. */
    public enum Action {
        PROMOTE,
        PAUSE,
        RESUME,
        ABORT,
        RETRY,
        APPROVE
    }

    public RolloutCommand toCommand(Action action, String deploymentId) {
        return switch (action) {
            case PROMOTE -> new RolloutCommand.PromoteDeployment(deploymentId, full, reason);
            case PAUSE -> new RolloutCommand.PauseDeployment(deploymentId, reason);
            case RESUME -> new RolloutCommand.ResumeDeployment(deploymentId, reason);
            case ABORT -> new RolloutCommand.AbortDeployment(deploymentId, Required.field("reason", reason));
            case RETRY -> new RolloutCommand.RetryDeployment(deploymentId, reason);
            case APPROVE -> new RolloutCommand.ApproveDeployment(deploymentId, comment);
        };
    }
}
