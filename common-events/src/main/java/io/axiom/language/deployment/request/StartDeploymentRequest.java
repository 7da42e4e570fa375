package io.axiom.language.deployment.request;

import io.axiom.language.Required;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Notification;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * {@code POST /api/deployments}: the source document's {@code startDeployment} as it is written there.
 *
 * @param component may be left out where only one component is registered
 * @param strategy in full, or its bare name
 * @param dryRun answers with the plan; nothing happens
 */
public record StartDeploymentRequest(
        @Nullable String environmentId,
        @Nullable String component,
        @Nullable String version,

        @JsonDeserialize(using = StrategyOrName.class) @Nullable
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
        @Nullable String reason,
        @Nullable Boolean dryRun) {

    /** @param onlyComponent taken when the request names none; null when that is not known or not one */
    public StartDeployment toCommand(@Nullable String onlyComponent) {
        return new StartDeployment(
                Required.field("environmentId", environmentId),
                Required.field("component", component == null ? onlyComponent : component),
                Required.field("version", version),
                strategy,
                configuration,
                instances,
                healthChecks,
                thresholds,
                rollbackOnFailure,
                timeout,
                progressDeadline,
                notifications,
                approvalRequired,
                approvers,
                allowRolledBack,
                reason);
    }
}
