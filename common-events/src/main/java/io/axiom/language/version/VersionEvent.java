package io.axiom.language.version;

import io.axiom.language.Event;
import io.axiom.language.MessageType;
import io.axiom.language.version.surface.SurfaceReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in the registry. The stream is the component's. */
public sealed interface VersionEvent extends Event
        permits VersionEvent.ComponentRegistered,
                VersionEvent.ComponentPolicyChanged,
                VersionEvent.ChangelogTemplateReplaced,
                VersionEvent.VersionCreated,
                VersionEvent.VersionDeprecated,
                VersionEvent.VersionEnded,
                VersionEvent.VersionYanked,
                ChannelEvent,
                UpgradeEvent,
                TagEvent {
    String component();

    @MessageType("version.ComponentRegistered.v1")
    record ComponentRegistered(String component, @Nullable String description) implements VersionEvent {}

    @MessageType("version.ComponentPolicyChanged.v1")
    record ComponentPolicyChanged(String component, ComponentPolicy policy) implements VersionEvent {}

    /** @param template Mustache over {@link Changelog}; null for the usual one */
    @MessageType("version.ChangelogTemplateReplaced.v1")
    record ChangelogTemplateReplaced(
            String component, @Nullable String template) implements VersionEvent {}

    /**
     * Facts that are missing in older events are null, and so are empty ones.
     *
     * @param dependencies npm range by component
     * @param commits what was read from Git or posted, the newest first
     * @param detected what commits and surfaces said about the number; null when neither was there
     * @param git what it was made from; null when no repository was read
     */
    @MessageType("version.VersionCreated.v1")
    record VersionCreated(
            String component,
            String version,
            List<String> changelog,
            List<String> breakingChanges,
            @Nullable RunSpec run,
            @Nullable Map<String, String> dependencies,
            @Nullable List<VersionArtifact> artifacts,
            @Nullable List<SurfaceReference> surfaces,
            @Nullable List<CommitEntry> commits,
            @Nullable GitRevision git,
            @Nullable DetectedBump detected)
            implements VersionEvent {

        public VersionCreated {
            dependencies = dependencies == null || dependencies.isEmpty() ? null : Map.copyOf(dependencies);
            artifacts = artifacts == null || artifacts.isEmpty() ? null : List.copyOf(artifacts);
            surfaces = surfaces == null || surfaces.isEmpty() ? null : List.copyOf(surfaces);
            commits = commits == null || commits.isEmpty() ? null : List.copyOf(commits);
        }

        /** A version with neither dependencies nor evidence. */
        public VersionCreated(
                String component,
                String version,
                List<String> changelog,
                List<String> breakingChanges,
                @Nullable RunSpec run) {
            this(component, version, changelog, breakingChanges, run, null, null, null, null, null, null);
        }
    }

    /** @param from when it starts to hold; null for at once */
    @MessageType("version.VersionDeprecated.v1")
    record VersionDeprecated(
            String component,
            String version,
            @Nullable String replacement,
            String reason,
            @Nullable Instant from) implements VersionEvent {

        public VersionDeprecated(String component, String version, @Nullable String replacement, String reason) {
            this(component, version, replacement, reason, null);
        }
    }

    /** @param at when its life ends; may lie ahead */
    @MessageType("version.VersionEnded.v1")
    record VersionEnded(
            String component,
            String version,
            Instant at,
            @Nullable String replacement,
            String reason) implements VersionEvent {}

    @MessageType("version.VersionYanked.v1")
    record VersionYanked(String component, String version, String reason) implements VersionEvent {}
}
