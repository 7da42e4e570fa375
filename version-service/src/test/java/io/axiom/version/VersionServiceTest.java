package io.axiom.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.Headers;
import io.axiom.language.json.Json;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.version.VersionService.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole service on real PostgreSQL and Kafka. */
class VersionServiceTest {
    private static final VersionService service = VersionService.shared();

    @Test
    void aVersionCreatedOverRestIsThereToRead() {
        register("shop-agent");
        Response created = service.post("/api/components/shop-agent/versions", """
                {"version": "1.0.0", "changelog": ["First"], "run": {"command": ["sh", "-c", "serve $PORT"],
                 "environment": {"LOG_LEVEL": "info"}}}""");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.raw().headers().firstValue("Location"))
                .contains("/api/components/shop-agent/versions/1.0.0");
        assertThat(created.text("version")).isEqualTo("1.0.0");
        Response version = service.getAt(created.position(), "/api/components/shop-agent/versions/1.0.0");
        assertThat(version.status()).isEqualTo(200);
        assertThat(version.text("status")).isEqualTo("ACTIVE");
        assertThat(version.text("createdBy")).isEqualTo("local");
        assertThat(version.body().at("/run/command/2").asString()).isEqualTo("serve $PORT");
        assertThat(version.body().at("/changelog/0").asString()).isEqualTo("First");
        Response component = service.get("/api/components/shop-agent");
        assertThat(component.text("latestVersion")).isEqualTo("1.0.0");
        assertThat(component.body().path("versions").asInt()).isEqualTo(1);
    }

    @Test
    void aCommandByRestAndByKafkaGivesTheSameEvent() throws Exception {
        register("by-rest");
        service.post("/api/components/by-rest/versions", """
                {"increment": "preminor", "prerelease": "beta", "breakingChanges": ["No XML"], "run": {"command": ["agent"]}}""");
        service.sendOverKafka("k-1", new RegisterComponent("by-kafka", null));
        service.sendOverKafka(
                "k-2",
                new CreateVersion("by-kafka", null, "preminor", "beta", null, List.of("No XML"), RunSpec.of("agent")));

        assertThat(service.replyTo("k-2").path("outcome").asString()).isEqualTo("accepted");
        assertThat(service.replyTo("k-2").at("/result/version").asString()).isEqualTo("0.1.0-beta.0");
        List<ConsumerRecord<String, byte[]>> events = service.eventsUntil(isCreation("by-kafka"));
        ConsumerRecord<String, byte[]> overRest = only(events, "by-rest");
        ConsumerRecord<String, byte[]> overKafka = only(events, "by-kafka");
        assertThat(VersionService.header(overKafka, Headers.TYPE))
                .isEqualTo(VersionService.header(overRest, Headers.TYPE));
        assertThat(withoutName(overKafka)).isEqualTo(withoutName(overRest));
        assertThat(VersionService.header(overKafka, Headers.SEQUENCE)).isEqualTo("1");
        assertThat(VersionService.header(overKafka, Headers.COMMAND_ID)).isEqualTo("k-2");
    }

    @Test
    void aRefusalOverKafkaSaysTheSameAsOverRest() throws Exception {
        register("refused");
        Response overRest = service.post("/api/components/refused/versions/1.0.0/yank", "{\"reason\": \"broken\"}");
        service.sendOverKafka("k-refused", new YankVersion("refused", "1.0.0", "broken"));

        assertThat(overRest.status()).isEqualTo(404);
        assertThat(overRest.text("code")).isEqualTo("version.not-found");
        assertThat(overRest.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode reply = service.replyTo("k-refused");
        assertThat(reply.path("outcome").asString()).isEqualTo("rejected");
        assertThat(reply.at("/rejection/code").asString()).isEqualTo("version.not-found");
        assertThat(reply.at("/rejection/detail").asString()).isEqualTo(overRest.text("detail"));
    }

    @Test
    void theSameIdempotencyKeyHasItsEffectOnce() {
        register("once");
        String key = UUID.randomUUID().toString();
        Response first =
                service.post("/api/components/once/versions", "{\"increment\": \"minor\"}", "Idempotency-Key", key);
        Response again =
                service.post("/api/components/once/versions", "{\"increment\": \"minor\"}", "Idempotency-Key", key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(service.getAt(again.position(), "/api/components/once/versions")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void retiredVersionsSaySoAndTheLatestIsTheBestThatCanBeUsed() {
        register("retiring");
        for (String version : List.of("1.0.0", "1.1.0", "2.0.0-rc.1")) {
            service.post("/api/components/retiring/versions", "{\"version\": \"" + version + "\"}");
        }
        service.post(
                "/api/components/retiring/versions/1.0.0/deprecate",
                "{\"reason\": \"slow\", \"replacement\": \"1.1.0\"}");
        Response yanked = service.post("/api/components/retiring/versions/1.1.0/yank", "{\"reason\": \"leaks keys\"}");

        assertThat(yanked.status()).isEqualTo(200);
        Response deprecated = service.getAt(yanked.position(), "/api/components/retiring/versions/1.0.0");
        assertThat(deprecated.text("status")).isEqualTo("DEPRECATED");
        assertThat(deprecated.text("replacement")).isEqualTo("1.1.0");
        assertThat(deprecated.text("reason")).isEqualTo("slow");
        assertThat(service.get("/api/components/retiring/versions/1.1.0").text("status"))
                .isEqualTo("YANKED");
        assertThat(service.get("/api/components/retiring").text("latestVersion"))
                .isEqualTo("1.0.0");
        Response again = service.post("/api/components/retiring/versions", "{\"version\": \"1.1.0\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("version.yanked");
    }

    @Test
    void listsArePagedNewestFirstWithoutGapOrDouble() {
        register("paged");
        long position = 0;
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Response version = service.post("/api/components/paged/versions", "{\"increment\": \"minor\"}");
            created.addFirst(version.text("version"));
            position = version.position();
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            Response page = service.getAt(position, "/api/components/paged/versions?limit=3" + cursor);
            page.body()
                    .path("items")
                    .forEach(item -> read.add(item.path("version").asString()));
            cursor = page.body().has("next") ? "&cursor=" + page.text("next") : null;
        } while (cursor != null);
        assertThat(read).isEqualTo(created);
        List<String> names = StreamSupport.stream(
                        service.get("/api/components").body().path("items").spliterator(), false)
                .map(item -> item.path("name").asString())
                .toList();
        assertThat(names).contains("paged").isSorted();
    }

    @Test
    void whatCannotBeReadIsRefusedWithAStableCode() {
        register("strict");
        assertThat(problem("/api/components/strict/versions", "{\"version\": "))
                .isEqualTo("400 request.malformed-json");
        assertThat(problem("/api/components/strict/versions", "{\"versoin\": \"1.0.0\"}"))
                .isEqualTo("400 request.invalid");
        assertThat(problem("/api/components/strict/versions", "{\"version\": 1}"))
                .isEqualTo("400 request.invalid");
        assertThat(problem("/api/components/strict/versions", "{}")).isEqualTo("400 version.choose-one");
        assertThat(problem("/api/components/strict/versions", "{\"version\": \"1.0\"}"))
                .isEqualTo("400 version.invalid");
        assertThat(problem("/api/components/strict/versions", "{\"version\": \"1.0.0\", \"run\": {\"command\": []}}"))
                .isEqualTo("400 run.invalid");
        assertThat(problem("/api/components", "{\"name\": \"Not A Name\"}")).isEqualTo("400 request.name-invalid");
        assertThat(problem("/api/components", "{}")).isEqualTo("400 request.field-missing");
        assertThat(problem("/api/components", "{\"name\": \"strict\"}")).isEqualTo("409 component.exists");
        assertThat(problem("/api/components/strict/versions/1.0.0/yank", "{}")).isEqualTo("400 request.field-missing");
        assertThat(problem("/api/components/nobody/versions", "{\"version\": \"1.0.0\"}"))
                .isEqualTo("404 component.not-found");
        assertThat(service.get("/api/components/strict/versions").body().path("items"))
                .isEmpty();
    }

    @Test
    void readsOfWhatIsNotThereSayWhatIsMissing() {
        register("empty");
        assertThat(service.get("/api/components/nobody").text("code")).isEqualTo("component.not-found");
        assertThat(service.get("/api/components/nobody/versions").text("code")).isEqualTo("component.not-found");
        assertThat(service.get("/api/components?limit=0").text("code")).isEqualTo("request.invalid");
        assertThat(service.get("/api/components?limit=x").text("code")).isEqualTo("request.invalid");
        assertThat(service.get("/api/components?limit=501").status()).isEqualTo(400);
    }

    @Test
    void theStateOfAComponentIsReadAsOfAPosition() {
        long registered = register("history").position();
        service.post("/api/components/history/versions", "{\"version\": \"1.0.0\"}");

        Response then = service.get("/api/log/state?aggregateType=component&aggregateId=history&at=" + registered);
        Response now = service.get("/api/log/state?aggregateType=component&aggregateId=history");
        assertThat(then.status()).isEqualTo(200);
        assertThat(then.raw().body()).doesNotContain("1.0.0");
        assertThat(now.raw().body()).contains("1.0.0");
    }

    private static Response register(String name) {
        Response response = service.post("/api/components", "{\"name\": \"" + name + "\"}");
        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
        return service.getAt(response.position(), "/api/components/" + name);
    }

    private static String problem(String path, String json) {
        Response response = service.post(path, json);
        return response.status() + " " + response.text("code");
    }

    private static Predicate<ConsumerRecord<String, byte[]>> isCreation(String component) {
        return record -> component.equals(record.key())
                && VersionService.header(record, Headers.TYPE).equals("version.VersionCreated.v1");
    }

    private static ConsumerRecord<String, byte[]> only(List<ConsumerRecord<String, byte[]>> events, String component) {
        return events.stream().filter(isCreation(component)).findFirst().orElseThrow();
    }

    private static JsonNode withoutName(ConsumerRecord<String, byte[]> record) {
        ObjectNode event = (ObjectNode) Json.mapper().readTree(record.value());
        event.remove("component");
        return event;
    }
}
