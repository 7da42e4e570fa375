package io.axiom.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.version.ArtifactVerification;
import io.axiom.language.version.ArtifactVerification.Outcome;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionArtifact.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {
    private static final String COMPONENT = "/api/components/shop-agent";

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_changelog_is_printed_as_it_is_written() {
        gateway.on(
                "GET " + COMPONENT + "/changelog?from=1.0.0&to=2.0.0&format=markdown",
                "# shop-agent\n\n* a \u001b[31mred* line\n");

        assertThat(Shell.at(gateway)
                        .run("version", "changelog", "shop-agent", "--from", "1.0.0", "--to", "2.0.0")
                        .out())
                .startsWith("# shop-agent\n\n* a ")
                .doesNotContain("\u001b");
    }

    @Test
    void a_changelog_of_one_version_is_data_when_a_program_asks() {
        gateway.on("GET " + COMPONENT + "/versions/1.1.0/changelog", "{\"to\":\"1.1.0\",\"sections\":[]}");

        assertThat(Shell.at(gateway)
                        .run("version", "changelog", "shop-agent", "1.1.0", "-o", "json")
                        .out())
                .contains("\"to\"");
        assertThat(Shell.at(gateway)
                        .run("version", "changelog", "shop-agent", "1.1.0", "--from", "1.0.0")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_template_is_replaced_and_put_back(@TempDir Path folder) throws IOException {
        gateway.on("PUT " + COMPONENT + "/changelog-template", "{\"component\":\"shop-agent\"}");
        Path file = Files.writeString(folder.resolve("t.mustache"), "{{to}}");

        Shell.at(gateway).run("component", "changelog-template", "shop-agent", "--file", file.toString());
        assertThat(gateway.last("PUT").json().path("template").asString()).isEqualTo("{{to}}");
        Shell.at(gateway).run("component", "changelog-template", "shop-agent", "--usual");
        assertThat(gateway.last("PUT").json().has("template")).isFalse();
    }

    @Test
    void who_waits_for_a_tag_is_told_what_became_of_it() {
        String version = "GET " + COMPONENT + "/versions/1.1.0";
        gateway.on("POST " + COMPONENT + "/versions/1.1.0/tag", "{\"tag\":\"v1.1.0\"}");
        gateway.on(
                version,
                "{\"tag\":{\"state\":\"requested\",\"tag\":\"v1.1.0\"}}",
                "{\"tag\":{\"state\":\"tagged\",\"tag\":\"v1.1.0\",\"commit\":\"0123abc\"}}",
                "{\"tag\":{\"state\":\"failed\",\"tag\":\"v1.1.0\",\"failure\":\"It is elsewhere.\"}}");

        assertThat(Shell.at(gateway)
                        .run("version", "tag", "shop-agent", "1.1.0", "--wait")
                        .out())
                .isEqualTo("✔ The tag v1.1.0 is on 0123abc.\n");
        Shell.Result failed = Shell.at(gateway).run("version", "tag", "shop-agent", "1.1.0", "--wait");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("It is elsewhere.");
    }

    @Test
    void artifacts_that_changed_fail_the_command() {
        VersionArtifact jar = new VersionArtifact(Kind.JAR, "/opt/agent.jar", "0".repeat(64));
        VersionArtifact image = new VersionArtifact(Kind.OCI, "example.org/agent", "1".repeat(64));
        gateway.on(
                "GET " + COMPONENT + "/versions/1.1.0/artifacts",
                page(new ArtifactVerification(image, Outcome.RECORDED, null, null)),
                page(
                        new ArtifactVerification(jar, Outcome.FAILED, "artifact.missing", "There is no such file."),
                        new ArtifactVerification(image, Outcome.RECORDED, null, null)));

        assertThat(Shell.at(gateway)
                        .run("version", "verify", "shop-agent", "1.1.0")
                        .exitCode())
                .isZero();
        Shell.Result failed = Shell.at(gateway).run("version", "verify", "shop-agent", "1.1.0");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("✖ failed", "There is no such file.", "· recorded");
    }

    private static Map<String, Object> page(ArtifactVerification... found) {
        return Map.of("items", List.copyOf(Arrays.asList(found)));
    }
}
