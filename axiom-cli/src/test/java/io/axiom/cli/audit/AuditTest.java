package io.axiom.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.Cut;
import io.axiom.language.Role;
import io.axiom.language.audit.AuditEntry;
import io.axiom.language.audit.AuditPage;
import io.axiom.language.audit.AuditVerification;
import io.axiom.language.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private static AuditEntry entry(long position, String type, String cause, String event) {
        return new AuditEntry(
                position,
                "deployment",
                position + 30,
                "e" + position,
                type,
                "rollout",
                "production.shop-agent",
                position,
                Instant.parse("2026-11-20T03:00:00Z").plusSeconds(position),
                "alice",
                Role.OPERATOR,
                "c1",
                "c1",
                cause,
                Json.mapper().readTree(event),
                Cut.of("deployment", position + 30),
                "ab12");
    }

    private static final AuditEntry FAILED = entry(
            12,
            "deployment.HealthCheckFailed.v1",
            null,
            "{\"check\":\"traffic\",\"detail\":\"31 % failed\",\"at\":\"x\"}");
    private static final AuditEntry REQUESTED = entry(
            13, "deployment.RollbackRequested.v1", "deployment@42", "{\"automatic\":true,\"from\":{\"id\":\"1\"}}");

    @Test
    void the_newest_come_last_with_what_caused_them() {
        gateway.on(
                "GET /api/audit?aggregate=production.shop-agent&order=desc&limit=50",
                new AuditPage(List.of(REQUESTED, FAILED), null));

        assertThat(Shell.at(gateway)
                        .run("audit", "search", "--aggregate", "production.shop-agent")
                        .out())
                .isEqualTo("""
                        POSITION  TIME                 SOURCE         EVENT              OF                     ACTOR  CAUSE          CONTENT
                        12        2026-11-20 03:00:12  deployment@42  HealthCheckFailed  production.shop-agent  alice  –              check=traffic detail="31 % failed"
                        13        2026-11-20 03:00:13  deployment@43  RollbackRequested  production.shop-agent  alice  deployment@42  automatic=true
                        """);
    }

    @Test
    void tail_follows_and_goes_on_after_a_break_where_it_was() {
        gateway.stream("GET /api/audit/stream", FAILED).stream("GET /api/audit/stream", REQUESTED);

        Shell.Result result = Shell.at(gateway).run("audit", "tail", "--after", "11", "-n", "2");

        assertThat(result.out()).isEqualTo("""
                            12  03:00:12  HealthCheckFailed  production.shop-agent  by alice  check=traffic detail="31 % failed"
                            13  03:00:13  RollbackRequested  production.shop-agent  by alice, after deployment@42  automatic=true
                        """);
        assertThat(gateway.asked)
                .extracting(asked -> asked.headers().get("last-event-id"))
                .containsExactly("11", "12");
    }

    @Test
    void a_log_that_was_tampered_with_fails_the_command() {
        gateway.on(
                "GET /api/audit/verify",
                new AuditVerification(
                        false,
                        new AuditVerification.Chain("audit", true, 52, 52, null, null),
                        List.of(new AuditVerification.Chain(
                                "deployment", false, 41, 42, 42L, "the hash does not match"))));

        Shell.Result result = Shell.at(gateway).run("audit", "verify");

        assertThat(result.out()).isEqualTo("""
                        ✔ audit  52 of 52 entries verified
                        ✖ deployment  41 of 42 entries verified; first bad position 42: the hash does not match
                        Not every log could be shown to be what was written. Keep the database as it is and compare it with a backup.
                        """);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void the_state_of_anything_as_of_any_position() {
        gateway.on(
                "GET /api/state?context=deployment&aggregateType=rollout&aggregateId=production.shop-agent&at=42",
                Map.of("at", 42, "position", 40, "exists", true, "state", Map.of("current", "1.1.0_11aa22bb")));

        assertThat(Shell.at(gateway)
                        .run("audit", "show", "--aggregate", "rollout/production.shop-agent", "--at", "42")
                        .out())
                .isEqualTo(
                        "rollout production.shop-agent as of deployment@42, last changed at 40\ncurrent: 1.1.0_11aa22bb\n");
        assertThat(Shell.at(gateway)
                        .run("audit", "show", "--aggregate", "thing/x")
                        .err())
                .contains("Give --context");
        assertThat(Shell.at(gateway).run("audit", "show").exitCode()).isEqualTo(2);
    }

    @Test
    void an_export_is_in_the_file_whole(@TempDir Path folder) throws IOException {
        gateway.on("GET /api/audit/export?actor=alice", "{\"position\":1}\n{\"position\":2}\n");
        Path file = folder.resolve("audit.ndjson");

        Shell.Result result =
                Shell.at(gateway).run("audit", "export", "--actor", "alice", "--to-file", file.toString());

        assertThat(Files.readAllLines(file)).containsExactly("{\"position\":1}", "{\"position\":2}");
        assertThat(result.err()).isEqualTo("✔ 2 entries in " + file + "\n");
        assertThat(Shell.at(gateway).run("audit", "export", "--actor", "alice").out())
                .hasLineCount(2);
    }
}
