package io.axiom.language.version;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version as REST and the CLI show it.
 *
 * @param reason why it was deprecated or yanked; null while active
 * @param replacement what to use instead of a deprecated version
 */
public record VersionView(
        String component,
        String version,
        Status status,
        @Nullable String reason,
        @Nullable String replacement,
        List<String> changelog,
        List<String> breakingChanges,
        @Nullable RunSpec run,
        Instant createdAt,
        String createdBy,
        long position) {

    /** The words users see. */
    public enum Status {
        ACTIVE,
        DEPRECATED,
        ENDED,
        YANKED
    }
}
