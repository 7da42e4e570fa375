package io.axiom.version.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.version.GitSource;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionArtifact.Kind;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.surface.SurfaceInput;
import io.axiom.language.version.surface.SurfaceKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreationRulesTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String COMMIT = "0123456789".repeat(4);

    @Test
    void dependenciesAreRangesByComponent() {
        assertThat(DependencyRules.of("agent", Map.of("store", " ^1.2 || ~3.4.5 ", "queue", "*")))
                .containsExactly(Map.entry("queue", "*"), Map.entry("store", "^1.2 || ~3.4.5"));
        assertThat(code(() -> DependencyRules.of("agent", Map.of("agent", "^1.0.0"))))
                .isEqualTo("dependency.on-itself");
        assertThat(code(() -> DependencyRules.of("agent", Map.of("No Name", "^1.0.0"))))
                .isEqualTo("request.name-invalid");
        Map<String, String> many = new java.util.HashMap<>();
        for (int i = 0; i < 201; i++) {
            many.put("c" + i, "*");
        }
        assertThat(code(() -> DependencyRules.of("agent", many))).isEqualTo("dependency.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "^1.2.3.4", ">>1", "01.0.0"})
    void rangesThatDoNotParseAreRefused(String range) {
        assertThat(code(() -> DependencyRules.of("agent", Map.of("store", range))))
                .isEqualTo("dependency.range-invalid");
    }

    @Test
    void anEndlessRangeIsRefusedUnread() {
        assertThat(code(() -> DependencyRules.of("agent", Map.of("store", "1 || ".repeat(1_000)))))
                .isEqualTo("dependency.invalid");
    }

    @Test
    void artifactsCarryTheirBareDigest() {
        String image = "registry.example.org/agent@sha256:" + DIGEST;
        assertThat(ArtifactRules.of(List.of(
                        new VersionArtifact(Kind.JAR, "/opt/agent.jar", "sha256:" + DIGEST),
                        new VersionArtifact(Kind.OCI, image, null),
                        new VersionArtifact(Kind.GIT, "https://git.example.org/agent", COMMIT))))
                .extracting(VersionArtifact::digest)
                .containsExactly(DIGEST, DIGEST, COMMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "JAR, /a.jar, , artifact.digest-missing",
        "OCI, example.org/agent:1, , artifact.digest-missing",
        "FILE, /a, 0123, artifact.digest-invalid",
        "GIT, https://git.example.org/a, 0123, artifact.digest-invalid",
        "GIT, https://me:secret@git.example.org/a, 0123456789012345678901234567890123456789, git.credentials",
        "OCI, a@sha256:00, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, artifact.reference-invalid",
        "OCI, a@sha256:ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, artifact.digest-invalid",
        "OCI, An Image, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, artifact.reference-invalid",
        "FILE, ' ', 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, artifact.invalid",
    })
    void anArtifactIsPinned(Kind kind, String reference, String digest, String code) {
        assertThat(code(() -> ArtifactRules.of(List.of(new VersionArtifact(kind, reference, digest)))))
                .isEqualTo(code);
    }

    @Test
    void artifactsAndSurfacesAreNamedOnce() {
        VersionArtifact jar = new VersionArtifact(Kind.JAR, "/a.jar", DIGEST);
        assertThat(code(() -> ArtifactRules.of(List.of(jar, jar)))).isEqualTo("artifact.duplicate");
        assertThat(code(() -> ArtifactRules.of(Collections.nCopies(101, jar)))).isEqualTo("artifact.invalid");
        SurfaceInput surface = new SurfaceInput(SurfaceKind.EVENTS, "orders", null, DIGEST);
        assertThat(code(() -> SurfaceRules.of(List.of(surface, surface)))).isEqualTo("surface.duplicate");
        assertThat(code(() -> SurfaceRules.of(List.of(new SurfaceInput(SurfaceKind.EVENTS, "orders", null, null)))))
                .isEqualTo("surface.invalid");
        assertThat(code(() -> SurfaceRules.of(List.of(new SurfaceInput(SurfaceKind.EVENTS, "../..", "{}", DIGEST)))))
                .isEqualTo("surface.invalid");
        assertThat(code(() -> SurfaceRules.of(List.of(new SurfaceInput(SurfaceKind.EVENTS, "orders", null, "12")))))
                .isEqualTo("surface.digest-invalid");
    }

    @Test
    void commitsComeFromOnePlace() {
        GitSource git = new GitSource("/srv/agent", null, null, null);
        assertThat(code(() -> CreationRules.check(creation("auto", List.of("fix: a"), git))))
                .isEqualTo("version.choose-commits");
        assertThat(code(() -> CreationRules.check(creation("auto", null, null))))
                .isEqualTo("version.auto-needs-evidence");
        assertThat(code(() -> CreationRules.check(creation("auto", Collections.nCopies(10_001, "fix: a"), null))))
                .isEqualTo("request.text-invalid");
        assertThat(code(() -> CreationRules.check(creation("auto", null, new GitSource("-x", null, null, null)))))
                .isEqualTo("git.invalid");
        assertThat(code(() -> CreationRules.check(
                        creation("auto", null, new GitSource("/srv/agent", List.of(""), null, null)))))
                .isEqualTo("git.invalid");
        CreationRules.check(creation("auto", null, git));
    }

    private static CreateVersion creation(String increment, List<String> commits, GitSource git) {
        return new CreateVersion(
                "agent", null, increment, null, null, null, null, null, null, null, commits, git, null);
    }

    private static String code(Runnable check) {
        String[] code = new String[1];
        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> code[0] = e.rejection().code());
        return code[0];
    }
}
