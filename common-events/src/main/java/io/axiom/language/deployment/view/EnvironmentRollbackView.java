package io.axiom.language.deployment.view;

import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.RollbackPlan;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rollback of a whole environment. {@code components} maps each component to its own rollback run. */
public record EnvironmentRollbackView(
        String rollbackId,
        String environmentId,
        DeploymentStatus status,
        RollbackPlan plan,
        boolean emergency,
        Map<String, String> components,
        @Nullable Cause error,
        String requestedBy,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        long position) {}
