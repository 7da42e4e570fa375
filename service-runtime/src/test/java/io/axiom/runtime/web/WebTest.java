package io.axiom.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.RecordedEvent;
import io.axiom.runtime.counter.CounterService;
import io.axiom.runtime.counter.Http;
import io.axiom.runtime.counter.Http.Answer;
import io.axiom.runtime.log.History;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebTest {
    private static final String ADD = "/api/commands/counter.Add.v1";
    private static CounterService service;
    private static Http http;

    @BeforeAll
    static void start() {
        service = CounterService.start();
        http = new Http(service.url());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aCommandIsAnsweredWithItsReply() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Answer answer =
                http.post(ADD, "{\"counter\":\"w1\",\"amount\":2}", "Idempotency-Key", "w-1", "traceparent", trace);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("commandId")).isEqualTo("w-1");
        assertThat(answer.body().at("/result/value").asString()).isEqualTo("2");
        Answer again = http.post(ADD, "{\"counter\":\"w1\",\"amount\":2}", "Idempotency-Key", "w-1");
        assertThat(again.body()).isEqualTo(answer.body());
        RecordedEvent event =
                service.bean(History.class).stream("counter", "w1", History.NOW).getFirst();
        assertThat(event.metadata().traceparent()).isEqualTo(trace);
    }

    @Test
    void aDryRunShowsTheEventsAndChangesNothing() {
        Answer answer = http.post(ADD + "?dryRun=true", "{\"counter\":\"w2\",\"amount\":2}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/events/0/type").asString()).isEqualTo("counter.Added.v1");
        assertThat(answer.body().at("/events/0/event/amount").asInt()).isEqualTo(2);
        assertThat(service.bean(History.class).stream("counter", "w2", History.NOW))
                .isEmpty();
    }

    @Test
    void aRefusalIsAProblem() {
        problem(http.post(ADD, "{\"counter\":\"w3\",\"amount\":200}"), 409, "counter.full");
        problem(http.post(ADD + "?dryRun=true", "{\"counter\":\"w3\",\"amount\":200}"), 409, "counter.full");
    }

    @Test
    void malformedJsonIsNamedWithItsPlace() {
        Answer answer = http.post(ADD, "{\"counter\":\n  \"w4\",,}");
        problem(answer, 400, "request.malformed-json");
        assertThat(answer.text("detail")).contains("line 2");
    }

    @Test
    void whatIsWrongWithAFieldIsSaidByItsName() {
        field(http.post(ADD, "{\"counter\":\"w5\",\"amount\":1,\"color\":\"red\"}"), "color");
        field(http.post(ADD, "{\"counter\":\"w5\",\"amount\":\"one\"}"), "amount");
        field(http.post(ADD, "{\"counter\":\"w5\",\"amount\":1.5}"), "amount");
        field(http.post(ADD, "{\"counter\":\"w5\",\"amount\":99999999999}"), "amount");
        field(http.post(ADD, "{\"counter\":\"w5\"}"), "amount");
        field(http.post(ADD, "{\"amount\":1}"), "counter");
        field(http.post(ADD, "{\"counter\":null,\"amount\":1}"), "counter");
        problem(http.post(ADD, "{\"counter\":\" \",\"amount\":1}"), 400, "request.invalid");
        problem(http.post(ADD, "[]"), 400, "request.invalid");
        problem(http.post(ADD, "null"), 400, "request.invalid");
        problem(http.post(ADD, ""), 400, "request.invalid");
        problem(http.post(ADD, "{\"counter\":" + "[".repeat(5000)), 400, "request.invalid");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        problem(http.post("/api/commands/counter.Nothing.v1", "{}"), 404, "command.unknown-type");
        problem(http.get("/api/nothing"), 404, "request.no-such-path");
        problem(http.get("/nothing"), 404, "request.no-such-path");
        Answer method = http.send("PUT", ADD, "application/json", HttpRequest.BodyPublishers.ofString("{}"));
        problem(method, 405, "request.method-not-allowed");
        assertThat(method.raw().headers().firstValue("Allow").orElse("")).contains("POST");
        problem(
                http.send("POST", ADD, "text/plain", HttpRequest.BodyPublishers.ofString("hello")),
                415,
                "request.media-type-not-supported");
        problem(http.get("/api/log/state"), 400, "request.invalid");
        problem(http.get("/api/log/events?after=x"), 400, "request.invalid");
        problem(http.get("/api/log/state?aggregateType=cow&aggregateId=x"), 404, "log.unknown-aggregate-type");
        problem(http.get("/api/log/state?aggregateType=counter&aggregateId=x&at=noon"), 400, "request.invalid");
    }

    @Test
    void aBodyOverOneMebibyteIsRefusedAnnouncedOrNot() {
        byte[] huge = new byte[BodyLimitFilter.LIMIT + 1];
        problem(
                http.send("POST", ADD, "application/json", HttpRequest.BodyPublishers.ofByteArray(huge)),
                413,
                "request.too-large");
        problem(
                http.send(
                        "POST",
                        ADD,
                        "application/json",
                        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge))),
                413,
                "request.too-large");
    }

    @Test
    void aFaultOfOursHasAnIdThatIsInTheLog() {
        Answer answer = http.post("/api/commands/counter.Break.v1", "{\"counter\":\"w6\"}");
        problem(answer, 500, "internal.failure");
        assertThat(answer.text("instance")).startsWith("urn:uuid:");
        assertThat(answer.text("detail")).doesNotContain("broken on purpose");
    }

    @Test
    void anUnusableIdempotencyKeyIsRefused() {
        problem(
                http.post(ADD, "{\"counter\":\"w7\",\"amount\":1}", "Idempotency-Key", "k".repeat(201)),
                400,
                "request.idempotency-key-invalid");
    }

    @Test
    void theLogCanBeReadAndVerified() {
        long first = http.post(ADD, "{\"counter\":\"w8\",\"amount\":2}")
                .body()
                .path("position")
                .asLong();
        Instant between = Instant.now();
        long second = http.post(ADD, "{\"counter\":\"w8\",\"amount\":3}")
                .body()
                .path("position")
                .asLong();
        assertThat(http.get("/api/log/head").body().path("position").asLong()).isGreaterThanOrEqualTo(second);
        Answer events = http.get("/api/log/events?after=" + (first - 1) + "&limit=1");
        assertThat(events.body().at("/events/0/position").asLong()).isEqualTo(first);
        assertThat(events.body().at("/events/0/type").asString()).isEqualTo("counter.Added.v1");
        String state = "/api/log/state?aggregateType=counter&aggregateId=w8";
        assertThat(http.get(state + "&at=" + first).body().at("/state/value").asInt())
                .isEqualTo(2);
        assertThat(http.get(state + "&at=" + between).body().at("/state/value").asInt())
                .isEqualTo(2);
        assertThat(http.get(state).body().at("/state/value").asInt()).isEqualTo(5);
        assertThat(http.get("/api/log/verify").body().path("verified").asLong()).isPositive();
    }

    @Test
    void aReaderCanWaitForItsOwnWrites() {
        long position = http.post(ADD, "{\"counter\":\"w9\",\"amount\":2}")
                .body()
                .path("position")
                .asLong();
        assertThat(http.get("/api/log/head", MinPosition.HEADER, "counter=" + position)
                        .status())
                .isEqualTo(200);
        problem(http.get("/api/log/head", MinPosition.HEADER, "counter=1000000"), 503, "read.not-yet");
        problem(http.get("/api/log/head", MinPosition.HEADER, "counter"), 400, "request.invalid");
    }

    @Test
    void healthAndMetricsAreServed() {
        Answer health = http.get("/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text("context")).isEqualTo("counter");
        http.post(ADD, "{\"counter\":\"w10\",\"amount\":2}");
        assertThat(http.get("/actuator/prometheus").raw().body())
                .contains("axiom_commands_seconds_count{outcome=\"accepted\",type=\"counter.Add.v1\"}")
                .contains("axiom_projection_lag")
                .contains("axiom_relay_lag");
    }

    private static void field(Answer answer, String field) {
        problem(answer, 400, "request.invalid");
        assertThat(answer.body().at("/context/field").asString())
                .as(answer.text("detail"))
                .isEqualTo(field);
        assertThat(answer.text("detail")).doesNotContain("io.axiom");
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.raw().body()).contains(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("type")).isEqualTo("urn:axiom:problem:" + code);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("next")).isNotBlank();
    }
}
