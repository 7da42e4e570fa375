package io.axiom.cli.environment;

import io.axiom.cli.http.Fields;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An environment's defaults and limits, as options; what is not given stays as it is. */
final class PolicyOptions {
    @Option(
            names = "--auto-rollback",
            negatable = true,
            fallbackValue = "true",
            description = "Roll back a failed deployment without asking.")
    private @Nullable Boolean autoRollback;

    @Option(
            names = "--approval-required",
            negatable = true,
            fallbackValue = "true",
            description = "A deployment waits until someone else approves it.")
    private @Nullable Boolean approvalRequired;

    @Option(names = "--approver", paramLabel = "<name>", description = "Who may approve; several times.")
    private List<String> approvers = List.of();

    @Option(names = "--max-rollback-points", paramLabel = "<n>", description = "Older rollback points are deleted.")
    private @Nullable Integer maxRollbackPoints;

    @Option(
            names = "--scale-down-delay",
            paramLabel = "<time>",
            description = "How long a replaced release stays warm.")
    private @Nullable Duration scaleDownDelay;

    @Option(
            names = "--drain-timeout",
            paramLabel = "<time>",
            description = "How long a stopping instance may finish its requests.")
    private @Nullable Duration drainTimeout;

    @Option(
            names = "--error-rate",
            paramLabel = "<percent>",
            description = "More failed responses than this are a failure.")
    private @Nullable Double errorRate;

    @Option(
            names = "--latency-p99",
            paramLabel = "<time>",
            description = "A slower 99th percentile than this is a failure.")
    private @Nullable Duration latency;

    @Option(
            names = "--deprecated-versions",
            paramLabel = "<what>",
            description = "Deploying a deprecated version: ${COMPLETION-CANDIDATES} (default: warn).")
    private @Nullable Choice deprecatedVersions;

    @Option(
            names = "--ended-versions",
            paramLabel = "<what>",
            description = "Deploying a version after its end of life: ${COMPLETION-CANDIDATES} (default: refuse).")
    private @Nullable Choice endedVersions;

    enum Choice {
        warn,
        refuse
    }

    Fields fields() {
        return new Fields()
                .with("autoRollbackOnFailure", autoRollback)
                .with("approvalRequired", approvalRequired)
                .with("approvers", approvers)
                .with("maxRollbackPoints", maxRollbackPoints)
                .with("scaleDownDelay", scaleDownDelay)
                .with("drainTimeout", drainTimeout)
                .with("deprecatedVersions", deprecatedVersions == null ? null : deprecatedVersions.name())
                .with("endedVersions", endedVersions == null ? null : endedVersions.name())
                .with(
                        "thresholds",
                        new Fields().with("errorRatePercent", errorRate).with("latencyP99", latency));
    }

    /** {@code current} with what was given put over it. */
    Fields over(JsonNode current) {
        Fields merged = new Fields();
        current.properties().forEach(field -> merged.put(field.getKey(), field.getValue()));
        fields().forEach((name, value) -> {
            if (value instanceof Fields inner && current.get(name) instanceof ObjectNode before) {
                Fields both = new Fields();
                before.properties().forEach(field -> both.put(field.getKey(), field.getValue()));
                both.putAll(inner);
                merged.put(name, both);
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }
}
