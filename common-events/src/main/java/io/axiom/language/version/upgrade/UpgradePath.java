package io.axiom.language.version.upgrade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to get from one version to another.
 *
 * @param versions the versions on the way, the first and the last included
 * @param riskLevel the highest of any step
 * @param estimatedDowntimeMinutes of all steps together
 */
public record UpgradePath(
        String component,
        PathPreference preference,
        List<String> versions,
        List<Step> steps,
        RiskLevel riskLevel,
        int estimatedDowntimeMinutes) {
    public UpgradePath {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
    }

    /**
     * One upgrade on the way.
     *
     * @param stop why every upgrade goes through {@code to}; null when it is not required
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String from,
            String to,
            CompatibilityLevel level,
            RiskLevel riskLevel,
            int estimatedDowntimeMinutes,
            List<String> requiredActions,
            Grounds decidedBy,
            @Nullable String stop) {}
}
