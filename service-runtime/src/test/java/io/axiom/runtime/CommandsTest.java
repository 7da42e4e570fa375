package io.axiom.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.CommandRejected;
import io.axiom.language.RecordedEvent;
import io.axiom.language.Reply;
import io.axiom.language.Role;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.counter.CounterApplication;
import io.axiom.runtime.counter.CounterCommand.Add;
import io.axiom.runtime.counter.CounterCommand.Reset;
import io.axiom.runtime.counter.CounterDecider;
import io.axiom.runtime.counter.CounterDecider.Counter;
import io.axiom.runtime.counter.CounterService;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.Versioned;
import io.axiom.runtime.projection.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static CounterService service;

    @BeforeAll
    static void start() {
        service = CounterService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anAcceptedCommandSaysWhereItsEventsAre() {
        Reply reply = service.send(new Add("accepted", 3));
        assertThat(reply).isInstanceOfSatisfying(Reply.Accepted.class, accepted -> {
            assertThat(accepted.context()).isEqualTo("counter");
            assertThat(accepted.aggregateId()).isEqualTo("accepted");
            assertThat(accepted.result()).isEqualTo(Map.of("value", "3"));
            RecordedEvent event = history().read(accepted.position() - 1, 1).getFirst();
            assertThat(event.aggregateId()).isEqualTo("accepted");
            assertThat(event.metadata().actor()).isEqualTo(Actor.LOCAL);
            assertThat(event.metadata().commandId()).isEqualTo(accepted.commandId());
        });
    }

    @Test
    void theSameCommandAgainGetsTheSameAnswerAndHasNoSecondEffect() {
        Reply first = service.send("twice", new Add("twice", 4));
        Reply second = service.send("twice", new Add("twice", 4));
        assertThat(second).isEqualTo(first);
        assertThat(value("twice")).isEqualTo(4);
    }

    @Test
    void aCommandDeliveredAgainAfterItWouldBeRefusedIsStillAccepted() {
        Reply first = service.send("fills", new Add("filled", 100));
        assertThat(service.send("fills", new Add("filled", 100)))
                .isEqualTo(first)
                .isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void aRefusalIsRecordedAndAnsweredTheSameWayAgain() {
        Reply reply = service.send("refused", new Add("refusing", 101));
        assertThat(reply).isInstanceOfSatisfying(Reply.Rejected.class, rejected -> {
            assertThat(rejected.rejection().code()).isEqualTo("counter.full");
            RecordedEvent event = history().read(rejected.position() - 1, 1).getFirst();
            assertThat(event.aggregateType()).isEqualTo("command");
            assertThat(event.aggregateId()).isEqualTo("refused");
            assertThat(event.event()).isInstanceOf(CommandRejected.class);
        });
        assertThat(service.send("refused", new Add("refusing", 1))).isEqualTo(reply);
        assertThat(value("refusing")).isZero();
    }

    @Test
    void whoLacksTheRoleIsRefused() {
        Reply reply = commands()
                .send(
                        new Reset("any", "because"),
                        CommandContext.of("viewer-resets", new Actor("eve", Role.OPERATOR), Instant.now()))
                .join();
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Rejected.class,
                        rejected -> assertThat(rejected.rejection().code()).isEqualTo("access.forbidden"));
    }

    @Test
    void aCommandThatNeedsNoEventIsAcceptedAtTheHead() {
        Reply reply = service.send(new Reset("untouched", "nothing to do"));
        assertThat(reply).isInstanceOf(Reply.Accepted.class);
        assertThat(reply.position()).isLessThanOrEqualTo(history().head());
        assertThat(history().stream("counter", "untouched", History.NOW)).isEmpty();
    }

    @Test
    void aDryRunChangesNothing() {
        long before = history().head();
        Decision<?> decision =
                commands().decide(new Add("dry", 5), CommandContext.of("dry-run", Actor.LOCAL, Instant.now()));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        assertThat(history().stream("counter", "dry", History.NOW)).isEmpty();
        assertThat(history().head()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void concurrentCommandsToOneAggregateAreAllDecidedOnTheLatestState() {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            replies.add(commands()
                    .send(
                            new Add("busy", 1),
                            CommandContext.of(UUID.randomUUID().toString(), Actor.LOCAL, Instant.now())));
        }
        long accepted = replies.stream()
                .map(CompletableFuture::join)
                .filter(Reply.Accepted.class::isInstance)
                .count();
        assertThat(accepted).isEqualTo(100);
        assertThat(value("busy")).isEqualTo(100);
    }

    @Test
    void theStateAsOfAnyPositionIsAFoldOfTheEventsUpToIt() {
        List<Reply> replies = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            replies.add(service.send(new Add("past", i)));
        }
        int sum = 0;
        for (int i = 1; i <= 5; i++) {
            sum += i;
            assertThat(history()
                            .stateOf(
                                    new CounterDecider(),
                                    "past",
                                    replies.get(i - 1).position())
                            .state())
                    .isEqualTo(new Counter(sum));
        }
    }

    @Test
    void aStateKnownBeforeCatchesUp() {
        service.send(new Add("catching-up", 1));
        Versioned<Counter> known = history().stateOf(new CounterDecider(), "catching-up", History.NOW);
        assertThat(history().catchUp(new CounterDecider(), "catching-up", known))
                .isEqualTo(known);
        service.send(new Add("catching-up", 2));
        service.send(new Add("catching-up", 3));
        assertThat(history().catchUp(new CounterDecider(), "catching-up", known))
                .isEqualTo(history().stateOf(new CounterDecider(), "catching-up", History.NOW));
    }

    @Test
    void projectionsReachEveryPosition() {
        Reply reply = service.send(new Add("projected", 7));
        assertThat(service.bean(Positions.class).await("counter", reply.position(), Duration.ofSeconds(10)))
                .isTrue();
        assertThat(service.bean(CounterApplication.Sums.class).value("projected"))
                .isEqualTo(7);
    }

    @Test
    void reactorsSeeEveryEvent() {
        Reply reply = service.send(new Add("reacted", 7));
        Awaitility.await()
                .until(() -> service.bean(CounterApplication.Seen.class).events.stream()
                        .anyMatch(event -> event.position() == reply.position()));
    }

    @Test
    void twoInstancesOnOneDatabaseNeitherDoubleNorLose() {
        String database = TestInfrastructure.freshDatabase();
        try (CounterService one = CounterService.start(database);
                CounterService two = CounterService.start(database)) {
            List<CompletableFuture<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                CounterService service = i % 2 == 0 ? one : two;
                replies.add(service.bean(Commands.class)
                        .send(new Add("shared", 1), CommandContext.of("shared-" + i, Actor.LOCAL, Instant.now())));
            }
            assertThat(replies).allSatisfy(reply -> assertThat(reply.join()).isInstanceOf(Reply.Accepted.class));
            long head = one.bean(History.class).head();
            for (CounterService service : List.of(one, two)) {
                assertThat(service.bean(Positions.class).await("counter", head, Duration.ofSeconds(10)))
                        .isTrue();
                assertThat(service.bean(CounterApplication.Sums.class).value("shared"))
                        .isEqualTo(50);
            }
            assertThat(List.of(one, two).stream().filter(service -> service.bean(CounterApplication.Seen.class).active))
                    .hasSize(1);
        }
    }

    private static History history() {
        return service.bean(History.class);
    }

    private static Commands commands() {
        return service.bean(Commands.class);
    }

    private static int value(String counter) {
        return history()
                .stateOf(new CounterDecider(), counter, History.NOW)
                .state()
                .value();
    }
}
