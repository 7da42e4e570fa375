package io.axiom.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.EmbeddedKafkaServer;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Headers;
import io.axiom.language.Reply;
import io.axiom.language.Topics;
import io.axiom.runtime.counter.CounterApplication.Sums;
import io.axiom.runtime.counter.CounterCommand.Add;
import io.axiom.runtime.counter.CounterService;
import io.axiom.runtime.counter.Http;
import io.axiom.runtime.counter.TopicReader;
import io.axiom.runtime.kafka.CommandClient;
import io.axiom.runtime.log.History;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka comes late, goes away and comes back; instances come and go: the topic has every event once, in order. */
class KafkaFaultsTest {
    @TempDir
    Path data;

    @Test
    void aServiceStartsWithoutKafkaAndPublishesEverythingWheneverKafkaIsThere() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String kafka = "axiom.kafka.bootstrap-servers=127.0.0.1:" + port;
        try (CounterService service = CounterService.start(TestInfrastructure.freshDatabase(), kafka)) {
            Http http = new Http(service.url());
            service.send(new Add("early", 1));
            assertThat(http.get("/health").text("status")).isEqualTo("DEGRADED");
            assertThat(service.bean(CommandClient.class)
                            .send("counter", new Add("early", 1), CommandContext.of("x", Actor.LOCAL, Instant.now())))
                    .failsWithin(Duration.ofSeconds(10));

            EmbeddedKafkaServer first = EmbeddedKafkaServer.start(data, port);
            try {
                awaitRelayed(service);
                assertThat(http.get("/health").text("status")).isEqualTo("UP");
                assertThat(overKafka(service, "first", new Add("first", 1))).isInstanceOf(Reply.Accepted.class);
            } finally {
                first.close();
            }
            for (int i = 0; i < 20; i++) {
                service.send(new Add("down", 1));
            }
            try (EmbeddedKafkaServer second = EmbeddedKafkaServer.start(data, port)) {
                awaitRelayed(service);
                assertThat(overKafka(service, "second", new Add("second", 1))).isInstanceOf(Reply.Accepted.class);
                awaitRelayed(service);
                assertTopicIsTheLog(
                        second.bootstrapServers(), service.bean(History.class).head());
            }
        }
    }

    @Test
    void aSecondInstanceTakesOverWithoutDoubling() throws Exception {
        try (EmbeddedKafkaServer kafka = EmbeddedKafkaServer.start(data, 0)) {
            String database = TestInfrastructure.freshDatabase();
            String bootstrap = "axiom.kafka.bootstrap-servers=" + kafka.bootstrapServers();
            long head;
            try (CounterService two = startSecond(database, bootstrap)) {
                for (int i = 0; i < 30; i++) {
                    assertThat(overKafka(two, "after-" + i, new Add("after", 1)))
                            .isInstanceOf(Reply.Accepted.class);
                }
                awaitRelayed(two);
                head = two.bean(History.class).head();
                assertThat(two.bean(Sums.class).value("before")).isEqualTo(30);
                await().untilAsserted(() ->
                        assertThat(two.bean(Sums.class).value("after")).isEqualTo(30));
            }
            assertTopicIsTheLog(kafka.bootstrapServers(), head);
        }
    }

    /** Starts a second instance beside one that is at work, and lets the first go. */
    private static CounterService startSecond(String database, String bootstrap) throws Exception {
        CounterService one = CounterService.start(database, bootstrap);
        CounterService two = CounterService.start(database, bootstrap);
        try (one) {
            for (int i = 0; i < 30; i++) {
                CounterService sender = i % 2 == 0 ? one : two;
                assertThat(overKafka(sender, "before-" + i, new Add("before", 1)))
                        .isInstanceOf(Reply.Accepted.class);
            }
        }
        return two;
    }

    private static Reply overKafka(CounterService service, String id, Add add) throws Exception {
        return service.bean(CommandClient.class)
                .send("counter", add, CommandContext.of(id, Actor.LOCAL, Instant.now()))
                .get(30, TimeUnit.SECONDS);
    }

    private static void awaitRelayed(CounterService service) {
        long head = service.bean(History.class).head();
        Http http = new Http(service.url());
        await().atMost(Duration.ofSeconds(40))
                .until(() -> http.get("/health").body().path("relayed").asLong(-1) >= head
                        && http.get("/health").text("status").equals("UP"));
    }

    private static void assertTopicIsTheLog(String bootstrapServers, long head) {
        try (TopicReader events = TopicReader.fromStart(bootstrapServers, Topics.events("counter"))) {
            events.await(record -> Long.toString(head).equals(TopicReader.header(record, Headers.POSITION)));
            List<Long> positions = events.seen().stream()
                    .map(record -> Long.valueOf(TopicReader.header(record, Headers.POSITION)))
                    .toList();
            assertThat(positions)
                    .isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
        }
    }
}
