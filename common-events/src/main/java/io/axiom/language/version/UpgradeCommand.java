package io.axiom.language.version;

import io.axiom.language.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said about going from one version of a component to another. */
public sealed interface UpgradeCommand extends VersionCommand {

    /** Wins over rules and detected changes. Declaring the same pair again replaces what was declared. */
    @MessageType("version.DeclareCompatibility.v1")
    record DeclareCompatibility(
            String component,
            String from,
            String to,
            CompatibilityLevel level,
            @Nullable RiskLevel riskLevel,
            @Nullable Integer estimatedDowntimeMinutes,
            @Nullable List<String> requiredActions,
            String reason)
            implements UpgradeCommand {}

    /**
     * @param suite which tests, for example {@code upgrade-e2e}
     * @param link where their report is; http or https
     */
    @MessageType("version.RecordTestResult.v1")
    record RecordTestResult(
            String component,
            String from,
            String to,
            boolean passed,
            String suite,
            @Nullable String link) implements UpgradeCommand {}

    /** Every upgrade over this version has to go through it. */
    @MessageType("version.RequireStop.v1")
    record RequireStop(String component, String version, String reason) implements UpgradeCommand {}

    /** Upgrades may pass this version by again. */
    @MessageType("version.LiftStop.v1")
    record LiftStop(String component, String version, String reason) implements UpgradeCommand {}
}
