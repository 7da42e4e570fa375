package io.axiom.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Headers;
import io.axiom.language.Reply;
import io.axiom.language.Topics;
import io.axiom.runtime.counter.CounterCommand.Add;
import io.axiom.runtime.counter.CounterCommand.Break;
import io.axiom.runtime.counter.CounterDecider;
import io.axiom.runtime.counter.CounterDecider.Counter;
import io.axiom.runtime.counter.CounterService;
import io.axiom.runtime.counter.TopicReader;
import io.axiom.runtime.kafka.CommandClient;
import io.axiom.runtime.kafka.RelayStatus;
import io.axiom.runtime.log.History;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaTest {
    private static CounterService service;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void start() {
        service = CounterService.start(
                TestInfrastructure.freshDatabase(),
                "axiom.kafka.bootstrap-servers=" + TestInfrastructure.kafka().bootstrapServers());
        Properties properties = new Properties();
        properties.put("bootstrap.servers", TestInfrastructure.kafka().bootstrapServers());
        properties.put("max.request.size", 3 * 1024 * 1024);
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        // A service serves before Kafka is reached; these tests are about what comes after.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.bean(RelayStatus.class).relayed() != null);
    }

    @AfterAll
    static void stop() {
        producer.close();
        service.close();
    }

    @Test
    void aCommandOnKafkaGetsItsReplyAndItsEventOnKafka() throws Exception {
        Reply reply = send("kafka-1", new Add("k1", 3));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Accepted.class,
                        accepted -> assertThat(accepted.result()).isEqualTo(Map.of("value", "3")));
        try (TopicReader events = TopicReader.fromStart(Topics.events("counter"))) {
            ConsumerRecord<String, byte[]> event = events.await(record -> "k1".equals(record.key()));
            assertThat(TopicReader.header(event, Headers.POSITION)).isEqualTo(Long.toString(reply.position()));
            assertThat(TopicReader.header(event, Headers.TYPE)).isEqualTo("counter.Added.v1");
            assertThat(TopicReader.header(event, Headers.COMMAND_ID)).isEqualTo("kafka-1");
            assertThat(TopicReader.header(event, Headers.SPEC_VERSION)).isEqualTo("1.0");
            assertThat(TopicReader.header(event, Headers.SOURCE)).isEqualTo("/axiom/counter");
            assertThat(TopicReader.header(event, Headers.ACTOR)).isEqualTo("local;ADMIN");
            assertThat(new String(event.value(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"counter\":\"k1\",\"amount\":3}");
        }
    }

    @Test
    void theSameCommandTwiceOnKafkaHasOneEffectAndTwoEqualReplies() throws Exception {
        Reply first = send("kafka-twice", new Add("k2", 5));
        Reply second = send("kafka-twice", new Add("k2", 5));
        assertThat(second).isEqualTo(first);
        assertThat(counter("k2")).isEqualTo(new Counter(5));
    }

    @Test
    void commandsOfOneKeyAreHandledInOrder() throws Exception {
        for (int i = 0; i < 60; i++) {
            raw(
                    "order-" + i,
                    "counter.Add.v1",
                    "k3",
                    ("{\"counter\":\"k3\",\"amount\":1}").getBytes(StandardCharsets.UTF_8));
        }
        await().until(() -> counter("k3").equals(new Counter(60)));
        assertThat(service.bean(History.class).stream("counter", "k3", History.NOW))
                .extracting(event -> event.metadata().commandId())
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 60)
                        .mapToObj(i -> "order-" + i)
                        .toList());
    }

    @Test
    void aCommandMayHaveNearlyTwoMegabytes() throws Exception {
        try (TopicReader replies = TopicReader.fromStart(Topics.REPLIES)) {
            String json = "{\"counter\":\"k5\",\"amount\":1" + " ".repeat(1_900_000) + "}";
            raw("large", "counter.Add.v1", "k5", json.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(
                            replies.await(record -> "large".equals(record.key()))
                                    .value(),
                            StandardCharsets.UTF_8))
                    .contains("\"outcome\":\"accepted\"");
        }
    }

    @Test
    void whatCanNeverBeHandledIsAnsweredAndSetAsideAndStopsNothing() throws Exception {
        try (TopicReader replies = TopicReader.fromStart(Topics.REPLIES);
                TopicReader dead = TopicReader.fromStart(Topics.deadLetters(Topics.commands("counter")))) {
            raw("bad-json", "counter.Add.v1", "k4", "{not json".getBytes(StandardCharsets.UTF_8));
            raw("bad-type", "counter.Nonsense.v1", "k4", "{}".getBytes(StandardCharsets.UTF_8));
            raw(
                    "bad-field",
                    "counter.Add.v1",
                    "k4",
                    "{\"counter\":\"k4\",\"amount\":1,\"extra\":1}".getBytes(StandardCharsets.UTF_8));
            raw("bad-missing", "counter.Add.v1", "k4", "{\"amount\":1}".getBytes(StandardCharsets.UTF_8));
            raw("bad-size", "counter.Add.v1", "k4", new byte[2_040_000]);
            raw(null, "counter.Add.v1", "k4", "{\"counter\":\"k4\",\"amount\":1}".getBytes(StandardCharsets.UTF_8));
            raw("bad-bug", "counter.Break.v1", "k4", "{\"counter\":\"k4\"}".getBytes(StandardCharsets.UTF_8));
            raw("good", "counter.Add.v1", "k4", "{\"counter\":\"k4\",\"amount\":1}".getBytes(StandardCharsets.UTF_8));
            replies.await(record -> "good".equals(record.key()));
            Map<String, String> codes = Map.of(
                    "bad-json", "request.malformed-json",
                    "bad-type", "command.unknown-type",
                    "bad-field", "request.invalid",
                    "bad-missing", "request.invalid",
                    "bad-size", "request.too-large",
                    "bad-bug", "internal.failure");
            codes.forEach((id, code) -> {
                assertThat(new String(
                                replies.await(record -> id.equals(record.key())).value(), StandardCharsets.UTF_8))
                        .contains("\"outcome\":\"rejected\"")
                        .contains("\"code\":\"" + code + '"');
                assertThat(TopicReader.header(
                                dead.await(record -> id.equals(TopicReader.header(record, Headers.ID))),
                                "axiom-dlt-code"))
                        .isEqualTo(code);
            });
            assertThat(TopicReader.header(
                            dead.await(record -> TopicReader.header(record, Headers.ID) == null), "axiom-dlt-code"))
                    .isEqualTo("command.headers-missing");
        }
        assertThat(counter("k4")).isEqualTo(new Counter(1));
    }

    @Test
    void theTopicHoldsEveryPositionOnceAndInOrder() throws Exception {
        send("all-1", new Add("k5", 1));
        Reply last = send("all-2", new Break("k5"));
        assertThat(last).isInstanceOf(Reply.Rejected.class);
        long head = service.bean(History.class).head();
        try (TopicReader events = TopicReader.fromStart(Topics.events("counter"))) {
            events.await(record -> TopicReader.header(record, Headers.POSITION).equals(Long.toString(head)));
            assertThat(events.seen())
                    .extracting(record -> Long.parseLong(TopicReader.header(record, Headers.POSITION)))
                    .startsWith(1L)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    static Reply send(String id, io.axiom.language.Command command) throws Exception {
        return service.bean(CommandClient.class)
                .send("counter", command, CommandContext.of(id, Actor.LOCAL, Instant.now()))
                .get(20, TimeUnit.SECONDS);
    }

    private static void raw(String id, String type, String key, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.commands("counter"), key, value);
        if (id != null) {
            record.headers().add(Headers.ID, id.getBytes(StandardCharsets.UTF_8));
        }
        record.headers().add(Headers.TYPE, type.getBytes(StandardCharsets.UTF_8));
        producer.send(record);
    }

    private static Counter counter(String id) {
        return service.bean(History.class)
                .stateOf(new CounterDecider(), id, History.NOW)
                .state();
    }
}
