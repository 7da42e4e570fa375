package io.axiom.version.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.ArtifactVerification;
import io.axiom.language.version.ArtifactVerification.Outcome;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionArtifact.Kind;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitSettings;
import io.axiom.version.git.GitHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Artifacts artifacts;

    @BeforeEach
    void make() {
        artifacts = new Artifacts(new GitRepositories(GitSettings.in(folder.resolve("data"))));
    }

    private ArtifactVerification verify(Kind kind, Object reference, String digest) {
        return artifacts.verify(new VersionArtifact(kind, reference.toString(), digest));
    }

    @Test
    void filesAndJarsAreHeldAgainstTheirDigest() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");

        assertThat(verify(Kind.FILE, file, ABC).outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(verify(Kind.FILE, file, "0".repeat(64)).code()).isEqualTo("artifact.digest-mismatch");
        assertThat(verify(Kind.FILE, folder.resolve("b"), ABC).code()).isEqualTo("artifact.missing");
        assertThat(verify(Kind.FILE, "relative/a", ABC).code()).isEqualTo("artifact.path-relative");
        assertThat(verify(Kind.JAR, file, ABC).code()).isEqualTo("artifact.not-a-jar");
    }

    @Test
    void imagesAreRecordedAndNotFetched() {
        assertThat(verify(Kind.OCI, "registry.invalid/agent:1@sha256:" + ABC, ABC)
                        .outcome())
                .isEqualTo(Outcome.RECORDED);
        assertThat(verify(Kind.OCI, "Not/A:Reference", ABC).code()).isEqualTo("artifact.reference-invalid");
    }

    @Test
    void commitsAreLookedFor() {
        Path repository = folder.resolve("project.git");
        try (GitHistory history = GitHistory.bare(repository)) {
            String commit = history.commit("feat: one");

            assertThat(verify(Kind.GIT, repository, commit).outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(verify(Kind.GIT, repository, "f".repeat(40)).code()).isEqualTo("artifact.missing");
            assertThat(verify(Kind.GIT, folder.resolve("nowhere"), commit).code())
                    .isEqualTo("git.not-found");
        }
    }
}
