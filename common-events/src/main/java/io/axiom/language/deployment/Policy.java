package io.axiom.language.deployment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An environment's defaults and limits; null takes the installation's setting.
 *
 * @param maxRollbackPoints oldest points beyond this are deleted, default {@code MAX_ROLLBACK_POINTS} (10)
 * @param drainTimeout how long a stopping instance may finish its requests, default 10 s
 * @param deprecatedVersions whether a version may be deployed once its deprecation holds, default warn
 * @param endedVersions whether a version may be deployed once its life has ended, default refuse
 */
public record Policy(
        @Nullable Boolean autoRollbackOnFailure,
        @Nullable Boolean approvalRequired,
        @Nullable List<String> approvers,
        @Nullable Integer maxRollbackPoints,
        @Nullable Duration scaleDownDelay,
        @Nullable Duration drainTimeout,
        @Nullable Thresholds thresholds,
        @Nullable Strictness deprecatedVersions,
        @Nullable Strictness endedVersions) {
    public static final Policy DEFAULTS = new Policy(null, null, null, null, null, null, null);

    /** A policy that says nothing about versions that should not be used. */
    public Policy(
            @Nullable Boolean autoRollbackOnFailure,
            @Nullable Boolean approvalRequired,
            @Nullable List<String> approvers,
            @Nullable Integer maxRollbackPoints,
            @Nullable Duration scaleDownDelay,
            @Nullable Duration drainTimeout,
            @Nullable Thresholds thresholds) {
        this(
                autoRollbackOnFailure,
                approvalRequired,
                approvers,
                maxRollbackPoints,
                scaleDownDelay,
                drainTimeout,
                thresholds,
                null,
                null);
    }
}
