package io.axiom.deployment.catalog;

import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionView.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version as deployments see it.
 *
 * @param run null when it is not deployed as processes
 * @param artifacts files on this machine it is made of, besides what {@code run} names
 * @param since when a deprecation starts to hold or the life ends; null for at once, and while active
 * @param reason why it was deprecated or ended; null while active
 */
public record KnownVersion(
        String component,
        String version,
        @Nullable RunSpec run,
        List<RunSpec.Artifact> artifacts,
        Status status,
        @Nullable Instant since,
        @Nullable String reason,
        @Nullable String replacement) {

    /** Whether what {@link #status} says holds already. */
    boolean holds(Instant now) {
        return since == null || !since.isAfter(now);
    }

    String name() {
        return component + ' ' + version;
    }
}
