package io.axiom.language.deployment.view;

import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One environment as of a position.
 *
 * @param position what it is as of
 */
public record EnvironmentView(
        String environmentId,
        Target target,
        @Nullable RouterAddress router,
        Policy policy,
        List<ComponentState> components,
        @Nullable String rollbackInProgress,
        Instant createdAt,
        long position) {

    /**
     * What runs of one component.
     *
     * @param status idle, or the running deployment's status
     * @param previousReleaseId what a rollback to previous would put back
     * @param url where its users reach it
     */
    public record ComponentState(
            String component,
            @Nullable String version,
            @Nullable String releaseId,
            @Nullable String configurationDigest,
            @Nullable Map<String, String> configuration,
            @Nullable String previousVersion,
            @Nullable String previousReleaseId,
            @Nullable String activeDeploymentId,
            String status,
            int instances,
            Map<String, Integer> weights,
            @Nullable String url) {}
}
