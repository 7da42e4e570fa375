package io.axiom.language.deployment.view;

import io.axiom.language.Cut;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rollback point. {@code versions} is what each component ran at that moment. */
public record RollbackPointView(
        String rollbackPointId,
        String environmentId,
        String description,
        Cut cut,
        @Nullable String deploymentId,
        Map<String, String> versions,
        String createdBy,
        Instant createdAt) {}
