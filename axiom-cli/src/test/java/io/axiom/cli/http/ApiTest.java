package io.axiom.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void when_nothing_listens_it_says_what_to_type() {
        gateway.close();

        Shell.Result result = Shell.at(gateway).run("status");

        assertThat(result.err()).isEqualTo("""
                        ✖ Axiom is not running.
                          Nothing answers at %s.
                          Next: Start it with: ./axiom up
                          Code: cli.unreachable
                        """.formatted(gateway.url()));
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void the_token_of_the_installation_is_sent_and_one_from_the_environment_before_it(@TempDir Path home)
            throws IOException {
        Files.writeString(home.resolve("token"), "axm_file\n");
        gateway.on("GET /api/tokens?limit=500", "{\"items\":[]}");

        Shell.at(gateway).with("AXIOM_HOME", home.toString()).run("token", "list");
        assertThat(gateway.last("GET").headers()).containsEntry("authorization", "Bearer axm_file");

        Shell.at(gateway)
                .with("AXIOM_HOME", home.toString())
                .with("AXIOM_TOKEN", "axm_env")
                .run("token", "list");
        assertThat(gateway.last("GET").headers()).containsEntry("authorization", "Bearer axm_env");

        Shell.at(gateway).run("token", "list");
        assertThat(gateway.last("GET").headers()).doesNotContainKey("authorization");
    }

    @Test
    void an_answer_that_takes_long_is_waited_for() {
        gateway.status("POST /api/components", 202, "{}", Map.of("Location", "/api/commands/c-1"))
                .status("GET /api/commands/c-1", 202, "{\"status\":\"pending\"}", Map.of())
                .on(
                        "GET /api/commands/c-1",
                        "{\"outcome\":\"accepted\",\"commandId\":\"c-1\",\"result\":{\"component\":\"a\"}}");

        assertThat(Shell.at(gateway)
                        .run("component", "register", "a", "-o", "json")
                        .out())
                .isEqualTo("{\n  \"component\": \"a\"\n}\n");
    }

    @Test
    void a_refusal_that_took_long_is_still_a_refusal() {
        gateway.status("POST /api/components", 202, "{}", Map.of("Location", "/api/commands/c-1"))
                .on(
                        "GET /api/commands/c-1",
                        "{\"outcome\":\"rejected\",\"commandId\":\"c-1\",\"rejection\":{\"code\":\"component.exists\","
                                + "\"kind\":\"CONFLICT\",\"detail\":\"a is registered.\",\"next\":\"Go on.\",\"context\":{}}}");

        Shell.Result result = Shell.at(gateway).run("component", "register", "a");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("✖ a is registered.\n  Next: Go on.\n  Code: component.exists\n");
    }

    @Test
    void names_from_the_command_line_stay_one_segment_of_the_path() {
        Shell.at(gateway).run("component", "get", "../tokens?x=1#y z");
        Shell.at(gateway).run("component", "get", "..");

        assertThat(gateway.asked)
                .extracting(FakeGateway.Asked::path)
                .containsExactly("/api/components/..%2Ftokens%3Fx%3D1%23y%20z", "/api/components/%2E%2E");
    }

    @Test
    void something_else_on_the_port_is_said_not_to_be_axiom() {
        gateway.status("GET /api/status", 500, "<html>nginx</html>", Map.of());

        assertThat(Shell.at(gateway).run("status").err())
                .contains("HTTP status 500", "is not one of Axiom's", "Code: http.500");

        gateway.on("GET /api/components?limit=500", "<html>a page</html>");
        assertThat(Shell.at(gateway).run("component", "list").exitCode()).isEqualTo(1);
    }

    @Test
    void yaml_is_the_same_answer() {
        gateway.on("GET /api/components/a", "{\"name\":\"a\",\"versions\":2,\"latestVersion\":\"1.0\"}");

        assertThat(Shell.at(gateway).run("component", "get", "a", "-o", "yaml").out())
                .isEqualTo("name: a\nversions: 2\nlatestVersion: \"1.0\"\n");
    }
}
