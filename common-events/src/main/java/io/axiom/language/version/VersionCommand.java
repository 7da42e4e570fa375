package io.axiom.language.version;

import io.axiom.language.Command;
import io.axiom.language.MessageType;
import io.axiom.language.version.surface.SurfaceInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of the registry. The aggregate is the component. */
public sealed interface VersionCommand extends Command
        permits VersionCommand.RegisterComponent,
                VersionCommand.ChangeComponentPolicy,
                VersionCommand.ReplaceChangelogTemplate,
                VersionCommand.CreateVersion,
                VersionCommand.DeprecateVersion,
                VersionCommand.EndVersion,
                VersionCommand.YankVersion,
                ChannelCommand,
                UpgradeCommand,
                TagCommand {
    String component();

    @Override
    default String aggregateId() {
        return component();
    }

    @MessageType("version.RegisterComponent.v1")
    record RegisterComponent(String component, @Nullable String description) implements VersionCommand {}

    @MessageType("version.ChangeComponentPolicy.v1")
    record ChangeComponentPolicy(String component, ComponentPolicy policy) implements VersionCommand {}

    /** @param template Mustache over {@link Changelog}; null for the usual one */
    @MessageType("version.ReplaceChangelogTemplate.v1")
    record ReplaceChangelogTemplate(
            String component, @Nullable String template) implements VersionCommand {}

    /**
     * Exactly one of {@code version} and {@code increment} is given.
     *
     * @param version explicit, for example {@code 1.2.0-beta.1}
     * @param increment major, minor, patch, premajor, preminor, prepatch, prerelease, release; or auto, which asks commits and
     *     surfaces
     * @param prerelease the identifier for a pre-increment, for example {@code beta}
     * @param run how to start it; null for versions that are not deployed as processes
     * @param dependencies npm range by component
     * @param commits messages of the commits since the last release
     * @param git where the commits since the last release are read; not together with {@code commits}
     * @param channel a channel that moves to the new version, besides those that follow by themselves
     */
    @MessageType("version.CreateVersion.v1")
    record CreateVersion(
            String component,
            @Nullable String version,
            @Nullable String increment,
            @Nullable String prerelease,
            @Nullable List<String> changelog,
            @Nullable List<String> breakingChanges,
            @Nullable RunSpec run,
            @Nullable Map<String, String> dependencies,
            @Nullable List<VersionArtifact> artifacts,
            @Nullable List<SurfaceInput> surfaces,
            @Nullable List<String> commits,
            @Nullable GitSource git,
            @Nullable String channel)
            implements VersionCommand {
        /** The increment that asks commits and surfaces. */
        public static final String AUTO = "auto";

        /** A version with neither dependencies nor evidence. */
        public CreateVersion(
                String component,
                @Nullable String version,
                @Nullable String increment,
                @Nullable String prerelease,
                @Nullable List<String> changelog,
                @Nullable List<String> breakingChanges,
                @Nullable RunSpec run) {
            this(
                    component,
                    version,
                    increment,
                    prerelease,
                    changelog,
                    breakingChanges,
                    run,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** @param from when it starts to hold; null for at once */
    @MessageType("version.DeprecateVersion.v1")
    record DeprecateVersion(
            String component,
            String version,
            @Nullable String replacement,
            String reason,
            @Nullable Instant from) implements VersionCommand {

        public DeprecateVersion(String component, String version, @Nullable String replacement, String reason) {
            this(component, version, replacement, reason, null);
        }
    }

    /** @param at when its life ends; null for at once */
    @MessageType("version.EndVersion.v1")
    record EndVersion(
            String component,
            String version,
            @Nullable Instant at,
            @Nullable String replacement,
            String reason) implements VersionCommand {}

    @MessageType("version.YankVersion.v1")
    record YankVersion(String component, String version, String reason) implements VersionCommand {}
}
