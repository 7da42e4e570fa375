package io.axiom.version.artifact;

import io.axiom.language.RejectedException;
import io.axiom.language.version.ArtifactVerification;
import io.axiom.language.version.ArtifactVerification.Outcome;
import io.axiom.language.version.VersionArtifact;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Looks whether artifacts are still what they were recorded as. Images are not fetched: their digest says which they are. */
@Component
public class Artifacts {
    private final GitRepositories repositories;

    public Artifacts(GitRepositories repositories) {
        this.repositories = repositories;
    }

    public ArtifactVerification verify(VersionArtifact artifact) {
        try {
            return new ArtifactVerification(artifact, check(artifact), null, null);
        } catch (RejectedException e) {
            return new ArtifactVerification(
                    artifact,
                    Outcome.FAILED,
                    e.rejection().code(),
                    e.rejection().detail());
        }
    }

    private Outcome check(VersionArtifact artifact) {
        String digest = Objects.requireNonNullElse(artifact.digest(), "");
        switch (artifact.kind()) {
            case FILE -> FileDigest.require(path(artifact), digest);
            case JAR -> {
                // First, so that only the jar that was recorded is ever opened.
                FileDigest.require(path(artifact), digest);
                JarFileCheck.require(path(artifact));
            }
            case OCI -> {
                OciReference.parse(artifact.reference());
                return Outcome.RECORDED;
            }
            case GIT -> requireCommit(artifact, digest);
        }
        return Outcome.VERIFIED;
    }

    private static Path path(VersionArtifact artifact) {
        try {
            Path path = Path.of(artifact.reference());
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw Refusals.missing("file " + artifact.reference());
        }
        throw Refusals.relative(artifact.reference());
    }

    private void requireCommit(VersionArtifact artifact, String commit) {
        try (GitRepository git = repositories.open(repositories.location(artifact.reference()))) {
            if (!git.has(commit)) {
                throw Refusals.missing(
                        "commit " + commit + " in " + git.location().display());
            }
        }
    }
}
