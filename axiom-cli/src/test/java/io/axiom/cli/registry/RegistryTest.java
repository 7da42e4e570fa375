package io.axiom.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.json.Json;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionView;
import io.axiom.language.version.request.VersionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    private static final String VERSIONS = "/api/components/shop-agent/versions";

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void what_follows_two_dashes_is_the_command_and_the_artifact_is_pinned(@TempDir Path folder) throws IOException {
        gateway.on("POST " + VERSIONS, "{\"version\":\"1.1.0\",\"position\":7}");
        Path jar = Files.writeString(folder.resolve("agent.jar"), "abc");

        Shell.Result result = Shell.at(gateway)
                .run(
                        "version",
                        "create",
                        "shop-agent",
                        "1.1.0",
                        "--changelog",
                        "Faster",
                        "--env",
                        "MODE=x",
                        "--artifact",
                        jar.toString(),
                        "--",
                        "java",
                        "-jar",
                        jar.toString(),
                        "--port",
                        "${PORT}");

        assertThat(result.out()).isEqualTo("""
                        ✔ shop-agent 1.1.0 is created.
                          Next: ./axiom deploy shop-agent 1.1.0 --to <environment> --watch
                        """);
        VersionRequest sent = Json.mapper().readValue(gateway.last("POST").body(), VersionRequest.class);
        assertThat(sent.version()).isEqualTo("1.1.0");
        assertThat(sent.changelog()).containsExactly("Faster");
        assertThat(sent.run())
                .isEqualTo(new RunSpec(
                        List.of("java", "-jar", jar.toString(), "--port", "${PORT}"),
                        null,
                        Map.of("MODE", "x"),
                        new RunSpec.Artifact(
                                jar.toString(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
    }

    @Test
    void with_an_increment_there_is_no_version_to_give() {
        gateway.on("POST " + VERSIONS, "{\"version\":\"1.2.0-beta.0\"}");

        Shell.Result result = Shell.at(gateway)
                .run(
                        "version",
                        "create",
                        "shop-agent",
                        "--increment",
                        "preminor",
                        "--prerelease",
                        "beta",
                        "--",
                        "./agent");

        assertThat(result.out()).startsWith("✔ shop-agent 1.2.0-beta.0 is created.");
        VersionRequest sent = Json.mapper().readValue(gateway.last("POST").body(), VersionRequest.class);
        assertThat(sent.version()).isNull();
        assertThat(sent.increment()).isEqualTo("preminor");
        assertThat(sent.run()).isEqualTo(RunSpec.of("./agent"));
    }

    @Test
    void a_command_can_be_one_text_with_quotes_and_nothing_else_special() {
        gateway.on("POST " + VERSIONS, "{}");

        Shell.at(gateway)
                .run("version", "create", "shop-agent", "1.0.0", "--command", "sh -c 'a  \"b\"' \"${PORT}\" x''y \"\"");

        assertThat(Json.mapper()
                        .readValue(gateway.last("POST").body(), VersionRequest.class)
                        .run())
                .isEqualTo(RunSpec.of("sh", "-c", "a  \"b\"", "${PORT}", "xy", ""));
        assertThat(Shell.at(gateway)
                        .run("version", "create", "a", "1.0.0", "--command", "'x")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Shell.at(gateway)
                        .run("version", "create", "a", "1.0.0", "--command", "x", "--", "y")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void versions_are_listed() {
        gateway.on(
                "GET " + VERSIONS + "?limit=500",
                Map.of(
                        "items",
                        List.of(
                                new VersionView(
                                        "shop-agent",
                                        "1.1.0",
                                        VersionView.Status.ACTIVE,
                                        null,
                                        null,
                                        List.of("Faster", "Kinder"),
                                        List.of(),
                                        null,
                                        Instant.parse("2026-11-20T02:00:00Z"),
                                        "alice",
                                        9),
                                new VersionView(
                                        "shop-agent",
                                        "1.0.0",
                                        VersionView.Status.DEPRECATED,
                                        "Old",
                                        "1.1.0",
                                        List.of(),
                                        List.of(),
                                        null,
                                        Instant.parse("2026-11-19T02:00:00Z"),
                                        "local",
                                        3))));

        assertThat(Shell.at(gateway).run("version", "list", "shop-agent").out()).isEqualTo("""
                        VERSION  STATUS      CREATED              BY     CHANGES
                        1.1.0    active      2026-11-20 02:00:00  alice  Faster; Kinder
                        1.0.0    deprecated  2026-11-19 02:00:00  local  –
                        """);
    }

    @Test
    void yanking_needs_a_reason() {
        assertThat(Shell.at(gateway)
                        .run("version", "yank", "shop-agent", "1.0.0")
                        .exitCode())
                .isEqualTo(2);
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void an_empty_list_says_what_to_do() {
        gateway.on("GET /api/components?limit=500", "{\"items\":[]}");

        assertThat(Shell.at(gateway).run("component", "list").out())
                .isEqualTo("No components yet. Register one with: ./axiom component register <name>\n");
    }
}
