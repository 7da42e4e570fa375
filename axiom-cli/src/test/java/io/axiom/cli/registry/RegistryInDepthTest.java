package io.axiom.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.json.Json;
import io.axiom.language.version.ChannelView;
import io.axiom.language.version.ComponentPolicy;
import io.axiom.language.version.ComponentView;
import io.axiom.language.version.HistoryView;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionArtifact.Kind;
import io.axiom.language.version.request.ChannelRequest;
import io.axiom.language.version.request.CompatibilityRequest;
import io.axiom.language.version.request.EndRequest;
import io.axiom.language.version.request.RetireRequest;
import io.axiom.language.version.request.TestResultRequest;
import io.axiom.language.version.request.VersionRequest;
import io.axiom.language.version.surface.SurfaceInput;
import io.axiom.language.version.surface.SurfaceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryInDepthTest {
    private static final String COMPONENT = "/api/components/shop-agent";
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_version_is_created_with_what_it_needs_and_is_made_of(@TempDir Path folder) throws IOException {
        gateway.on("POST " + COMPONENT + "/versions", "{\"version\":\"1.1.0\"}");
        Path jar = Files.writeString(folder.resolve("agent.jar"), "abc");

        Shell.Result result = Shell.at(gateway)
                .run(
                        "version",
                        "create",
                        "shop-agent",
                        "1.1.0",
                        "--dependency",
                        "store=^1.2",
                        "--dependency",
                        "queue=>=1 <3",
                        "--artifact",
                        "jar:" + jar,
                        "--artifact",
                        "oci:example.org/agent@sha256:" + ABC,
                        "--artifact",
                        "git:ssh://git@example.org/agent@" + ABC.substring(0, 40),
                        "--channel",
                        "canary");

        assertThat(result.exitCode()).as(result.err()).isZero();
        VersionRequest sent = sent("POST", VersionRequest.class);
        assertThat(sent.dependencies()).isEqualTo(Map.of("store", "^1.2", "queue", ">=1 <3"));
        assertThat(sent.artifacts())
                .containsExactly(
                        new VersionArtifact(Kind.JAR, jar.toString(), ABC),
                        new VersionArtifact(Kind.OCI, "example.org/agent@sha256:" + ABC, null),
                        new VersionArtifact(Kind.GIT, "ssh://git@example.org/agent", ABC.substring(0, 40)));
        assertThat(sent.channel()).isEqualTo("canary");
        assertThat(sent.run()).isNull();
    }

    @Test
    void auto_reads_commits_from_a_file_and_uploads_surfaces(@TempDir Path folder) throws IOException {
        gateway.on("POST /api/versioning/surfaces", "{\"digest\":\"" + ABC + "\",\"size\":3}");
        gateway.on("POST " + COMPONENT + "/versions", "{\"version\":\"1.1.0\",\"warning\":\"It claims patch.\"}");
        Path surface = Files.writeString(folder.resolve("orders.yaml"), "abc");
        Path log = Files.writeString(folder.resolve("log"), "feat: a\n\nBody\n\0fix: b\n\0");

        Shell.Result result = Shell.at(gateway)
                .run(
                        "version",
                        "create",
                        "shop-agent",
                        "--increment",
                        "auto",
                        "--commits",
                        log.toString(),
                        "--commit",
                        "docs: c",
                        "--surface",
                        "openapi:" + surface,
                        "--surface",
                        "json-schema:order=" + surface);

        assertThat(result.out()).isEqualTo("""
                        ✔ shop-agent 1.1.0 is created.
                        ! It claims patch.
                        """);
        VersionRequest sent = sent("POST", VersionRequest.class);
        assertThat(sent.increment()).isEqualTo("auto");
        assertThat(sent.commits()).containsExactly("feat: a\n\nBody", "fix: b", "docs: c");
        assertThat(sent.surfaces())
                .containsExactly(
                        new SurfaceInput(SurfaceKind.OPENAPI, "orders", null, ABC),
                        new SurfaceInput(SurfaceKind.JSON_SCHEMA, "order", null, ABC));
        assertThat(gateway.asked.getFirst().headers()).containsEntry("content-type", "application/octet-stream");
        assertThat(gateway.asked.getFirst().body()).isEqualTo("abc");
    }

    @Test
    void auto_names_a_repository_by_its_whole_path(@TempDir Path folder) {
        gateway.on("POST " + COMPONENT + "/versions", "{\"version\":\"1.1.0\"}");

        Shell.at(gateway)
                .run(
                        "version",
                        "create",
                        "shop-agent",
                        "--increment",
                        "auto",
                        "--git",
                        folder + "/../" + folder.getFileName(),
                        "--git-path",
                        "agent",
                        "--git-ref",
                        "main",
                        "--tag-prefix",
                        "agent-v");

        VersionRequest sent = sent("POST", VersionRequest.class);
        assertThat(sent.git().repository()).isEqualTo(folder.toString());
        assertThat(sent.git().paths()).containsExactly("agent");
        assertThat(sent.git().ref()).isEqualTo("main");
        assertThat(sent.git().tagPrefix()).isEqualTo("agent-v");
    }

    @Test
    void what_makes_no_sense_is_a_usage_error() {
        for (String[] wrong : new String[][] {
            {"--surface", "openapi"},
            {"--artifact", "a.jar", "--artifact", "b.jar", "--", "run"},
            {"--artifact", "a.jar"},
        }) {
            List<String> words = new java.util.ArrayList<>(List.of("version", "create", "shop-agent", "1.0.0"));
            words.addAll(List.of(wrong));
            assertThat(Shell.at(gateway).run(words.toArray(String[]::new)).exitCode())
                    .as(String.join(" ", wrong))
                    .isEqualTo(2);
        }
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void channels_are_listed_and_moved() {
        gateway.on(
                "GET " + COMPONENT + "/channels",
                Map.of(
                        "items",
                        List.of(new ChannelView(
                                "shop-agent",
                                "latest",
                                "1.1.0",
                                "1.1.0 is the highest of its kind",
                                Instant.parse("2026-11-20T02:00:00Z"),
                                "alice",
                                9))));
        gateway.on("PUT " + COMPONENT + "/channels/lts", "{}");

        assertThat(Shell.at(gateway)
                        .run("version", "channel", "list", "shop-agent")
                        .out())
                .isEqualTo("""
                        CHANNEL  VERSION  SINCE                BY     WHY
                        latest   1.1.0    2026-11-20 02:00:00  alice  1.1.0 is the highest of its kind
                        """);
        assertThat(Shell.at(gateway)
                        .run("version", "channel", "move", "shop-agent", "lts", "1.0.0", "--reason", "Kept")
                        .out())
                .isEqualTo("✔ shop-agent lts is 1.0.0.\n");
        assertThat(sent("PUT", ChannelRequest.class)).isEqualTo(new ChannelRequest("1.0.0", "Kept"));
    }

    @Test
    void a_component_shows_where_its_channels_point() {
        gateway.on(
                "GET " + COMPONENT,
                new ComponentView(
                        "shop-agent",
                        null,
                        "2.0.0",
                        2,
                        Instant.parse("2026-11-20T02:00:00Z"),
                        9,
                        ComponentPolicy.USUAL,
                        Map.of("stable", "2.0.0", "lts", "1.0.0")));

        assertThat(Shell.at(gateway).run("component", "get", "shop-agent").out())
                .contains("lts 1.0.0, stable 2.0.0");
    }

    @Test
    void an_end_announced_for_a_day_is_not_shown_as_if_it_had_come() {
        gateway.on("GET " + COMPONENT + "/versions?limit=500", """
                {"items": [{"component": "shop-agent", "version": "1.0.0", "status": "ENDED", "reason": "Old", "changelog": [],
                 "breakingChanges": [], "createdAt": "2026-11-20T02:00:00Z", "createdBy": "alice", "position": 9,
                 "since": "2027-06-30T00:00:00Z"}]}""");

        assertThat(Shell.at(gateway).run("version", "list", "shop-agent").out())
                .contains("ended from 2027-06-30 00:00:00");
    }

    @Test
    void versions_are_retired_on_a_day() {
        gateway.on("POST " + COMPONENT + "/versions/1.0.0/deprecate", "{}");
        gateway.on("POST " + COMPONENT + "/versions/1.0.0/end", "{}");

        Shell.at(gateway)
                .run("version", "deprecate", "shop-agent", "1.0.0", "--from", "2027-03-01", "--reason", "Slow");
        assertThat(sent("POST", RetireRequest.class)).isEqualTo(new RetireRequest("Slow", null, "2027-03-01"));
        assertThat(Shell.at(gateway)
                        .run("version", "end", "shop-agent", "1.0.0", "--at", "2027-06-30", "--reason", "Old")
                        .out())
                .isEqualTo("✔ shop-agent 1.0.0 ends at 2027-06-30.\n");
        assertThat(sent("POST", EndRequest.class)).isEqualTo(new EndRequest("Old", null, "2027-06-30"));
    }

    @Test
    void what_is_known_about_upgrades_is_told() {
        gateway.on("POST " + COMPONENT + "/compatibility", "{}");
        gateway.on("POST " + COMPONENT + "/test-results", "{}");
        gateway.on("POST " + COMPONENT + "/versions/2.0.0/stop", "{}");
        gateway.on("POST " + COMPONENT + "/versions/2.0.0/stop/lift", "{}");

        Shell.at(gateway)
                .run(
                        "version",
                        "declare-compatibility",
                        "shop-agent",
                        "1.0.0",
                        "2.0.0",
                        "--level",
                        "breaking",
                        "--risk",
                        "high",
                        "--downtime",
                        "10",
                        "--action",
                        "Back up",
                        "--reason",
                        "Format");
        CompatibilityRequest declared = sent("POST", CompatibilityRequest.class);
        assertThat(declared.toCommand("shop-agent").estimatedDowntimeMinutes()).isEqualTo(10);
        assertThat(declared.requiredActions()).containsExactly("Back up");
        Shell.at(gateway).run("version", "record-test", "shop-agent", "1.0.0", "2.0.0", "--suite", "e2e", "--failed");
        assertThat(sent("POST", TestResultRequest.class))
                .isEqualTo(new TestResultRequest("1.0.0", "2.0.0", false, "e2e", null));
        assertThat(Shell.at(gateway)
                        .run("version", "record-test", "shop-agent", "1.0.0", "2.0.0", "--suite", "e2e")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Shell.at(gateway)
                        .run("version", "require-stop", "shop-agent", "2.0.0", "--reason", "Converts")
                        .out())
                .isEqualTo("✔ Upgrades of shop-agent go through 2.0.0.\n");
        assertThat(Shell.at(gateway)
                        .run("version", "lift-stop", "shop-agent", "2.0.0", "--reason", "2.1.0 converts too")
                        .out())
                .isEqualTo("✔ Upgrades of shop-agent need not go through 2.0.0.\n");
        assertThat(Shell.at(gateway)
                        .run("version", "lift-stop", "shop-agent", "2.0.0")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void history_and_policy_are_shown() {
        gateway.on(
                "GET " + COMPONENT + "/history?version=1.0.0&limit=500",
                Map.of(
                        "items",
                        List.of(new HistoryView(
                                "shop-agent",
                                4,
                                Instant.parse("2026-11-20T02:00:00Z"),
                                "alice",
                                "VersionCreated",
                                "1.0.0",
                                "1.0.0 was created."))));
        gateway.on("PUT " + COMPONENT + "/policy", "{}");

        assertThat(Shell.at(gateway)
                        .run("version", "history", "shop-agent", "1.0.0")
                        .out())
                .isEqualTo("""
                        POSITION   WHEN                 BY     WHAT
                        version@4  2026-11-20 02:00:00  alice  1.0.0 was created.
                        """);
        Shell.at(gateway).run("component", "policy", "shop-agent", "--claimed-bump", "warn");
        assertThat(gateway.last("PUT").body()).isEqualTo("{\"claimedBump\":\"warn\"}");
    }

    @Test
    void surfaces_are_compared(@TempDir Path folder) throws IOException {
        gateway.on("POST /api/versioning/surfaces/compare", """
                {"verdict": "breaking", "changes": [{"rule": "path-removed", "judgement": "breaking", "path": "/orders",
                 "addition": false, "sentence": "Orders cannot be read any more."}]}""");
        Path file = Files.writeString(folder.resolve("a.json"), "{}");

        Shell.Result result = Shell.at(gateway)
                .run("version", "compare-surfaces", "openapi", file.toString(), file.toString(), "--fail-on-breaking");

        assertThat(result.out()).isEqualTo("""
                        Verdict: breaking
                        JUDGEMENT  RULE          WHERE    WHAT
                        breaking   path-removed  /orders  Orders cannot be read any more.
                        """);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private <T> T sent(String method, Class<T> type) {
        return Json.mapper().readValue(gateway.last(method).body(), type);
    }
}
