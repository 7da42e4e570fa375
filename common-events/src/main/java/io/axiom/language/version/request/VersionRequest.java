package io.axiom.language.version.request;

import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionCommand.CreateVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components/{c}/versions}; exactly one of {@code version} and {@code increment}. */
public record VersionRequest(
        @Nullable String version,
        @Nullable String increment,
        @Nullable String prerelease,
        @Nullable List<String> changelog,
        @Nullable List<String> breakingChanges,
        @Nullable RunSpec run) {

    public CreateVersion toCommand(String component) {
        return new CreateVersion(component, version, increment, prerelease, changelog, breakingChanges, run);
    }
}
