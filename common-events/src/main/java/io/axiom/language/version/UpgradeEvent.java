package io.axiom.language.version;

import io.axiom.language.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became known about going from one version of a component to another. */
public sealed interface UpgradeEvent extends VersionEvent {

    /** @param estimatedDowntimeMinutes null when not said */
    @MessageType("version.CompatibilityDeclared.v1")
    record CompatibilityDeclared(
            String component,
            String from,
            String to,
            CompatibilityLevel level,
            @Nullable RiskLevel riskLevel,
            @Nullable Integer estimatedDowntimeMinutes,
            List<String> requiredActions,
            String reason)
            implements UpgradeEvent {}

    @MessageType("version.TestResultRecorded.v1")
    record TestResultRecorded(
            String component,
            String from,
            String to,
            boolean passed,
            String suite,
            @Nullable String link) implements UpgradeEvent {}

    @MessageType("version.StopRequired.v1")
    record StopRequired(String component, String version, String reason) implements UpgradeEvent {}

    @MessageType("version.StopLifted.v1")
    record StopLifted(String component, String version, String reason) implements UpgradeEvent {}
}
