package io.axiom.language.version;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was declared last about going from one version to another. */
public record CompatibilityView(
        String component,
        String from,
        String to,
        CompatibilityLevel level,
        @Nullable RiskLevel riskLevel,
        @Nullable Integer estimatedDowntimeMinutes,
        List<String> requiredActions,
        String reason,
        Instant declaredAt,
        String declaredBy,
        long position) {}
