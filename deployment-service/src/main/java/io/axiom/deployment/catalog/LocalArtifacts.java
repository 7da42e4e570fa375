package io.axiom.deployment.catalog;

import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionEvent.VersionCreated;
import java.util.List;

/** What a version is made of that lies, or will lie, as a file on the machine that runs it. */
final class LocalArtifacts {
    private LocalArtifacts() {}

    /** Files and jars by path; images, commits and what is named by a URL are not looked at before an instance starts. */
    static List<RunSpec.Artifact> of(VersionCreated event) {
        List<VersionArtifact> artifacts = event.artifacts() == null ? List.of() : event.artifacts();
        return artifacts.stream()
                .filter(LocalArtifacts::isFile)
                .map(artifact -> new RunSpec.Artifact(artifact.reference(), artifact.digest()))
                .toList();
    }

    private static boolean isFile(VersionArtifact artifact) {
        return switch (artifact.kind()) {
            case FILE, JAR -> !artifact.reference().contains("://");
            case OCI, GIT -> false;
        };
    }
}
