package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.UpgradeCommand.DeclareCompatibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components/{c}/compatibility}. */
public record CompatibilityRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable CompatibilityLevel level,
        @Nullable RiskLevel riskLevel,
        @Nullable Integer estimatedDowntimeMinutes,
        @Nullable List<String> requiredActions,
        @Nullable String reason) {

    public DeclareCompatibility toCommand(String component) {
        return new DeclareCompatibility(
                component,
                Required.field("from", from),
                Required.field("to", to),
                Required.field("level", level),
                riskLevel,
                estimatedDowntimeMinutes,
                requiredActions,
                Required.field("reason", reason));
    }
}
