package io.axiom.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.EventReference;
import io.axiom.language.Reply;
import io.axiom.language.Role;
import io.axiom.language.audit.AuditEntry;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.json.Json;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import io.axiom.runtime.kafka.CommandClient;
import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AuditLogTest {
    private static final EventReference INVENTED = new EventReference("version", 1_000_000);
    private final Platform platform = Platform.shared();
    private final Rest rest = platform.rest();
    private final CommandClient kafka = platform.bean(CommandClient.class);

    @Test
    void everyEffectStandsAfterItsCauseAndEachEntrysCutHoldsIt() throws Exception {
        EventReference cause = null;
        Reply last = null;
        for (int i = 0; i < 10; i++) {
            String name = "chain-" + UUID.randomUUID();
            last = i % 2 == 0
                    ? send("version", new RegisterComponent(name, null), cause)
                    : send("deployment", new CreateEnvironment(name, null, null, null), cause);
            cause = new EventReference(last.context(), last.position());
        }
        awaitEvent(last);

        Map<String, Long> seen = new HashMap<>();
        for (AuditEntry entry : all()) {
            assertThat(entry.sourcePosition()).isEqualTo(seen.getOrDefault(entry.context(), 0L) + 1);
            seen.put(entry.context(), entry.sourcePosition());
            assertThat(entry.cut().positions()).isEqualTo(seen);
            if (entry.cause() != null && !entry.cause().equals(INVENTED.toString())) {
                EventReference reference = EventReference.parse(entry.cause());
                assertThat(entry.cut().position(reference.context())).isGreaterThanOrEqualTo(reference.position());
            }
        }
    }

    @Test
    void positionsHaveNoGapsAndTheWholeIsVerified() throws Exception {
        awaitEvent(send("version", new RegisterComponent("verify-" + UUID.randomUUID(), null), null));

        List<AuditEntry> entries = all();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).position()).isEqualTo(i + 1);
        }
        Rest.Answer verified = rest.get("/api/audit/verify");
        assertThat(verified.json().path("audit").path("intact").asBoolean())
                .as(verified.toString())
                .isTrue();
        assertThat(verified.json().path("services").size()).isEqualTo(3);
    }

    @Test
    void whoWhatWhenAndTextFindAnEntry() throws Exception {
        String name = "found-" + UUID.randomUUID();
        Instant before = Instant.now().minusSeconds(1);
        Reply reply = awaitEvent(send("version", new RegisterComponent(name, "a 100%_Special thing"), null));

        for (String filter : List.of(
                "actor=ada&text=" + name,
                "aggregate=" + name,
                "aggregate=" + name + "&type=ComponentRegistered",
                "aggregate=" + name + "&type=version.ComponentRegistered.v1",
                "context=version&text=" + name.toUpperCase(java.util.Locale.ROOT),
                "text=100%25_special&aggregate=" + name,
                "command=" + reply.commandId(),
                "correlation=" + reply.commandId(),
                "aggregate=" + name + "&from=" + before + "&to=" + Instant.now().plusSeconds(60))) {
            JsonNode items = rest.get("/api/audit?" + filter).json().path("items");
            assertThat(items.size()).as(filter).isEqualTo(1);
            assertThat(items.get(0).path("aggregateId").asString()).isEqualTo(name);
            assertThat(items.get(0).path("actor").asString()).isEqualTo("ada");
        }
        for (String filter : List.of(
                "actor=nobody&aggregate=" + name,
                "aggregate=" + name + "&to=" + before,
                "aggregate=" + name + "&type=Registered",
                "text=100_%25special&aggregate=" + name)) {
            assertThat(rest.get("/api/audit?" + filter).json().path("items").size())
                    .as(filter)
                    .isZero();
        }
        assertThat(rest.get("/api/audit?from=yesterday").code()).isEqualTo("request.parameter-invalid");
    }

    @Test
    void anAggregateIsFoundWithThoseBelowIt() throws Exception {
        Rest.Answer started = rest.post(
                "/api/deployments", "{\"environmentId\":\"below\",\"component\":\"shop\",\"version\":\"1.0.0\"}");
        awaitCommand(started.json().path("commandId").asString());

        JsonNode items = rest.get("/api/audit?aggregate=below").json().path("items");
        assertThat(items.get(0).path("aggregateId").asString()).isEqualTo("below.shop");
    }

    @Test
    void pagesContinueInBothDirections() throws Exception {
        for (int i = 0; i < 3; i++) {
            awaitEvent(send("version", new RegisterComponent("page-" + UUID.randomUUID(), null), null));
        }
        long head = rest.get("/api/audit?order=desc&limit=1")
                .json()
                .path("items")
                .get(0)
                .path("position")
                .asLong();
        assertThat(positions("/api/audit?limit=2&after=" + (head - 3))).containsExactly(head - 2, head - 1);
        assertThat(positions("/api/audit?limit=2&after=" + (head - 1))).first().isEqualTo(head);
        assertThat(positions("/api/audit?order=desc&limit=2&before=" + (head + 1)))
                .containsExactly(head, head - 1);
        assertThat(rest.get("/api/audit?limit=2&after=" + (head - 3))
                        .json()
                        .path("next")
                        .asLong())
                .isEqualTo(head - 1);
        assertThat(rest.get("/api/audit?limit=501").code()).isEqualTo("request.parameter-invalid");
    }

    @Test
    void theExportHasEveryEntryOnALineOfItsOwn() throws Exception {
        awaitEvent(send("version", new RegisterComponent("export-" + UUID.randomUUID(), null), null));

        Rest.Answer export = rest.get("/api/audit/export");
        assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
        List<String> lines = export.response().body().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            assertThat(Json.lenient().readTree(lines.get(i)).path("position").asLong())
                    .isEqualTo(i + 1);
        }
    }

    @Test
    void aReaderThatComesBackMissesNothing() throws Exception {
        Reply first = awaitEvent(send("version", new RegisterComponent("stream-" + UUID.randomUUID(), null), null));
        long at = rest.get("/api/audit?command=" + first.commandId())
                .json()
                .path("items")
                .get(0)
                .path("position")
                .asLong();
        Reply second = send("version", new RegisterComponent("stream-" + UUID.randomUUID(), null), null);

        List<String> events =
                rest.with("Last-Event-ID", Long.toString(at - 1)).events("/api/audit/stream", n -> n == 2);
        assertThat(events.get(0)).startsWith(at + "|").contains(first.commandId());
        assertThat(events.get(1)).startsWith((at + 1) + "|");
        List<String> mine = rest.with("Last-Event-ID", Long.toString(at - 1))
                .events("/api/audit/stream?command=" + second.commandId(), n -> n == 1);
        assertThat(mine.getFirst()).contains(second.commandId());
    }

    @Test
    void anEntryIsFoundByPositionAndLeadsToTheStateOfThatMoment() throws Exception {
        String name = "moment-" + UUID.randomUUID();
        Reply reply = awaitEvent(send("version", new RegisterComponent(name, null), null));
        JsonNode entry = rest.get("/api/audit?command=" + reply.commandId())
                .json()
                .path("items")
                .get(0);
        long position = entry.path("position").asLong();

        assertThat(rest.get("/api/audit/" + position).json()).isEqualTo(entry);
        assertThat(rest.get("/api/audit/999999999").code()).isEqualTo("audit.position-unknown");
        String state = "/api/state?context=version&aggregateType=component&aggregateId=" + name + "&at=audit@";
        assertThat(rest.get(state + position).json().path("exists").asBoolean()).isTrue();
        assertThat(rest.get(state + (position - 1)).json().path("exists").asBoolean())
                .isFalse();
        assertThat(rest.get("/api/state?context=version").code()).isEqualTo("request.parameter-missing");
    }

    @Test
    void rejectedAttemptsAreInItToo() throws Exception {
        rest.post("/api/components", "{\"name\":\"attempted\"}");
        rest.with("Idempotency-Key", "second-attempt").post("/api/components", "{\"name\":\"attempted\"}");

        awaitCommand("second-attempt");
        JsonNode entry = rest.get("/api/audit?command=second-attempt")
                .json()
                .path("items")
                .get(0);
        assertThat(entry.path("type").asString()).isEqualTo("axiom.CommandRejected.v1");
        assertThat(rest.get("/api/commands/second-attempt")
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("rejected");
    }

    @Test
    void anInventedCauseDoesNotStopTheLog() throws Exception {
        awaitEvent(
                send("deployment", new CreateEnvironment("invented-" + UUID.randomUUID(), null, null, null), INVENTED));
    }

    @Test
    void aChangedEntryIsFound() throws Exception {
        awaitEvent(send("version", new RegisterComponent("changed-" + UUID.randomUUID(), null), null));
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        String payload = jdbc.sql("SELECT payload FROM audit_entry WHERE position = 1")
                .query(String.class)
                .single();
        try {
            jdbc.sql("UPDATE audit_entry SET payload = payload || ' ' WHERE position = 1")
                    .update();
            JsonNode audit = rest.get("/api/audit/verify").json().path("audit");
            assertThat(audit.path("intact").asBoolean()).isFalse();
            assertThat(audit.path("firstBad").asLong()).isEqualTo(1);
        } finally {
            jdbc.sql("UPDATE audit_entry SET payload = ? WHERE position = 1")
                    .param(payload)
                    .update();
        }
        assertThat(rest.get("/api/audit/verify")
                        .json()
                        .path("audit")
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    private Reply send(String context, io.axiom.language.Command command, EventReference cause) throws Exception {
        String id = UUID.randomUUID().toString();
        return kafka.send(
                        context,
                        command,
                        new CommandContext(id, new Actor("ada", Role.ADMIN), Instant.now(), id, cause, null))
                .get(20, TimeUnit.SECONDS);
    }

    private Reply awaitEvent(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Accepted.class);
        awaitCommand(reply.commandId());
        return reply;
    }

    private void awaitCommand(String commandId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rest.get("/api/audit?command=" + commandId)
                                .json()
                                .path("items")
                                .size()
                        > 0);
    }

    private List<Long> positions(String path) {
        List<Long> positions = new ArrayList<>();
        rest.get(path)
                .json()
                .path("items")
                .forEach(item -> positions.add(item.path("position").asLong()));
        return positions;
    }

    private List<AuditEntry> all() {
        return rest.get("/api/audit/export")
                .response()
                .body()
                .lines()
                .map(line -> Json.lenient().readValue(line, AuditEntry.class))
                .toList();
    }
}
