package io.axiom.language.deployment.view;

import io.axiom.language.deployment.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One deployment (or rollback run) as REST and the CLI show it.
 *
 * @param progress percent of its plan's steps that are done
 * @param currentStep the step being done, in words; null when ended
 * @param error why it failed or was rolled back
 * @param rollbackId the rollback that took it back
 * @param timeToRestore from the first failure until all traffic was on a good release, milliseconds
 * @param position of the last event that changed it
 * @param warnings what should have kept one from it, such as a deprecated version; null when there is nothing
 */
public record DeploymentView(
        String deploymentId,
        String environmentId,
        String component,
        String version,
        String releaseId,
        @Nullable String previousVersion,
        @Nullable String previousReleaseId,
        String strategy,
        DeploymentStatus status,
        int progress,
        @Nullable String currentStep,
        List<StepView> steps,
        Map<String, Integer> weights,
        List<InstanceView> instances,
        List<CheckView> checks,
        @Nullable Cause error,
        @Nullable String rollbackId,
        @Nullable Long timeToRestore,
        String requestedBy,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        long position,
        @Nullable List<String> warnings) {

    /** One without warnings. */
    public DeploymentView(
            String deploymentId,
            String environmentId,
            String component,
            String version,
            String releaseId,
            @Nullable String previousVersion,
            @Nullable String previousReleaseId,
            String strategy,
            DeploymentStatus status,
            int progress,
            @Nullable String currentStep,
            List<StepView> steps,
            Map<String, Integer> weights,
            List<InstanceView> instances,
            List<CheckView> checks,
            @Nullable Cause error,
            @Nullable String rollbackId,
            @Nullable Long timeToRestore,
            String requestedBy,
            @Nullable String reason,
            Instant startedAt,
            @Nullable Instant endedAt,
            long position) {
        this(
                deploymentId,
                environmentId,
                component,
                version,
                releaseId,
                previousVersion,
                previousReleaseId,
                strategy,
                status,
                progress,
                currentStep,
                steps,
                weights,
                instances,
                checks,
                error,
                rollbackId,
                timeToRestore,
                requestedBy,
                reason,
                startedAt,
                endedAt,
                position,
                null);
    }

    /** @param status waiting, running, done, failed, skipped */
    public record StepView(
            int index,
            String description,
            Status status,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String detail,
            @Nullable Cause cause) {
        /** What a tree draws as a space, ⟳, ✔, ✖ or a dash. */
        public enum Status {
            WAITING,
            RUNNING,
            DONE,
            FAILED,
            SKIPPED
        }
    }

    /** @param status running, exited, stopped */
    public record InstanceView(
            String instanceId, String releaseId, String version, String host, int port, long pid, String status) {}

    public record CheckView(String check, String releaseId, boolean healthy, String detail, Instant since) {}
}
