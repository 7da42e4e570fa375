package io.axiom.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Reply;
import io.axiom.runtime.access.SigningKey;
import io.axiom.runtime.boot.AxiomProperties;
import io.axiom.runtime.counter.CounterCommand.Add;
import io.axiom.runtime.counter.CounterService;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A listener that stops as soon as nobody waits, which is the moment the next command may be sent. */
class ReplyListenerTest {
    private static CounterService service;

    @BeforeAll
    static void start() {
        service = CounterService.start(
                TestInfrastructure.freshDatabase(),
                "axiom.kafka.bootstrap-servers=" + TestInfrastructure.kafka().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void noReplyIsMissedHoweverOftenItStopsListening() throws Exception {
        KafkaSettings settings = service.bean(KafkaSettings.class);
        ReplyListener listener = new ReplyListener(settings, service.bean(KafkaConnection.class), Duration.ZERO);
        SigningKey key = service.bean(AxiomProperties.class).signing().key();
        CommandClient client = new CommandClient(settings, listener, key);
        client.start();
        try {
            Random random = new Random(7);
            for (int i = 0; i < 25; i++) {
                String id = UUID.randomUUID().toString();
                CommandContext context = CommandContext.of(id, Actor.LOCAL, Instant.now());
                Reply reply = client.send("counter", new Add("listened-to", 1), context)
                        .get(30, TimeUnit.SECONDS);
                assertThat(reply).isInstanceOf(Reply.Accepted.class);
                // It polls for 200 ms at a time: commands fall before, into and after the moment it stops.
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
            }
        } finally {
            client.stop();
        }
    }
}
