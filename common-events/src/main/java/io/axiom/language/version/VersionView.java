package io.axiom.language.version;

import io.axiom.language.version.surface.SurfaceReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version as REST and the CLI show it.
 *
 * @param reason why it was deprecated, ended or yanked; null while active
 * @param replacement what to use instead of a deprecated or ended version
 * @param since from when the status holds; null for from the beginning of it. May lie ahead
 * @param dependencies npm range by component
 * @param git what it was made from; null when no repository was read
 * @param detected what commits and surfaces said about its number; null when neither was there
 * @param channels those that point to it now
 * @param stop why upgrades over it have to go through it; null when they need not
 * @param tag null when none was asked for
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
        long position,
        @Nullable Instant since,
        Map<String, String> dependencies,
        List<VersionArtifact> artifacts,
        List<SurfaceReference> surfaces,
        @Nullable GitRevision git,
        @Nullable DetectedBump detected,
        List<String> channels,
        @Nullable String stop,
        @Nullable Tag tag) {

    /** The words users see. */
    public enum Status {
        ACTIVE,
        DEPRECATED,
        ENDED,
        YANKED
    }

    /**
     * A tag in Git.
     *
     * @param state {@code requested}, {@code tagged} or {@code failed}
     * @param failure why it could not be made; null otherwise
     */
    public record Tag(
            String state,
            String repository,
            String tag,
            @Nullable String commit,
            @Nullable String failure) {}

    @SuppressWarnings("ConstantValue") // A gateway of an older version leaves them out.
    public VersionView {
        dependencies = dependencies == null ? Map.of() : dependencies;
        artifacts = artifacts == null ? List.of() : artifacts;
        surfaces = surfaces == null ? List.of() : surfaces;
        channels = channels == null ? List.of() : channels;
    }

    /** A version with neither dependencies nor evidence. */
    public VersionView(
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
        this(
                component,
                version,
                status,
                reason,
                replacement,
                changelog,
                breakingChanges,
                run,
                createdAt,
                createdBy,
                position,
                null,
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }
}
