package io.axiom.language.version;

import io.axiom.language.Command;
import io.axiom.language.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of the registry. The aggregate is the component. */
public sealed interface VersionCommand extends Command {
    String component();

    @Override
    default String aggregateId() {
        return component();
    }

    @MessageType("version.RegisterComponent.v1")
    record RegisterComponent(String component, @Nullable String description) implements VersionCommand {}

    /**
     * Exactly one of {@code version} and {@code increment} is given.
     *
     * @param version explicit, for example {@code 1.2.0-beta.1}
     * @param increment major, minor, patch, premajor, preminor, prepatch, prerelease
     * @param prerelease the identifier for a pre-increment, for example {@code beta}
     * @param run how to start it; null for versions that are not deployed as processes
     */
    @MessageType("version.CreateVersion.v1")
    record CreateVersion(
            String component,
            @Nullable String version,
            @Nullable String increment,
            @Nullable String prerelease,
            @Nullable List<String> changelog,
            @Nullable List<String> breakingChanges,
            @Nullable RunSpec run)
            implements VersionCommand {}

    @MessageType("version.DeprecateVersion.v1")
    record DeprecateVersion(
            String component, String version, @Nullable String replacement, String reason) implements VersionCommand {}

    @MessageType("version.YankVersion.v1")
    record YankVersion(String component, String version, String reason) implements VersionCommand {}
}
