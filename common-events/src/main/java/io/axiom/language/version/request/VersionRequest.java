package io.axiom.language.version.request;

import io.axiom.language.version.GitSource;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.surface.SurfaceInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components/{c}/versions}; exactly one of {@code version} and {@code increment}. */
public record VersionRequest(
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
        @Nullable String channel) {

    public CreateVersion toCommand(String component) {
        return new CreateVersion(
                component,
                version,
                increment,
                prerelease,
                changelog,
                breakingChanges,
                run,
                dependencies,
                artifacts,
                surfaces,
                commits,
                git,
                channel);
    }
}
