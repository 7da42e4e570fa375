package io.axiom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.TestInfrastructure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentAppendTest {
    private final String database = TestInfrastructure.freshDatabase();
    private final PostgresEventLog one = PostgresEventLog.open(database, "test");
    private final PostgresEventLog two = PostgresEventLog.open(database, "test");

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void ofManyThatWantTheSamePlaceExactlyOneGetsItAndBystandersAreUnharmed() {
        for (int round = 0; round < 20; round++) {
            long sequence = round;
            List<CompletableFuture<Appended>> rivals = new ArrayList<>();
            List<CompletableFuture<Appended>> bystanders = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                rivals.add((i % 2 == 0 ? one : two).append(Events.append("contested", sequence, 1)));
                bystanders.add((i % 2 == 0 ? one : two).append(Events.append("bystander-" + i % 10, sequence, 1)));
            }
            assertThat(bystanders)
                    .allSatisfy(b -> assertThat(b.join().firstPosition()).isPositive());
            List<Throwable> losers = rivals.stream()
                    .map(r -> r.handle((_, problem) -> problem).join())
                    .filter(java.util.Objects::nonNull)
                    .toList();
            assertThat(losers).hasSize(9).allSatisfy(l -> assertThat(l).isInstanceOf(SequenceConflictException.class));
        }
        assertThat(LogFacts.check(one)).hasSize(20 * 11);
    }

    @Test
    void twoProcessesTakeTurnsOnOneStream() {
        for (int i = 0; i < 40; i++) {
            assertThat((i % 2 == 0 ? one : two)
                            .append(Events.append("shared", i, 1))
                            .join()
                            .firstPosition())
                    .isEqualTo(i + 1);
        }
        LogFacts.check(two);
    }

    @Test
    void aCommandDoneByOneProcessIsADuplicateInAnother() {
        one.append(Events.command("c", "a", 0, 1)).join();
        two.append(Events.command("d", "b", 0, 1)).join();
        assertThat(one.append(Events.command("d", "b", 1, 1))
                        .handle((_, problem) -> problem)
                        .join())
                .isInstanceOf(DuplicateCommandException.class);
        assertThat(two.append(Events.command("c", "a", 1, 0))
                        .handle((_, problem) -> problem)
                        .join())
                .isInstanceOf(DuplicateCommandException.class);
    }

    @Test
    void aReaderThatTailsWhileManyWriteSeesEveryEventOnceInOrder() throws Exception {
        int writers = 16;
        int each = 60;
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        LinkedBlockingQueue<Long> heads = new LinkedBlockingQueue<>();
        try (AutoCloseable _ = two.onAppend(heads::add);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                long position = 0;
                while (position < writers * each) {
                    heads.take();
                    for (StoredEvent event : two.read(position, 10_000)) {
                        seen.add(event.position());
                        position = event.position();
                    }
                }
                return position;
            });
            for (int w = 0; w < writers; w++) {
                int writer = w;
                threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        (writer % 4 == 0 ? two : one)
                                .append(Events.append("w" + writer, i, 1))
                                .join();
                    }
                });
            }
            await().atMost(java.time.Duration.ofSeconds(60)).until(() -> seen.size() >= writers * each);
        }
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, writers * each)
                        .mapToObj(Long::valueOf)
                        .toList());
    }
}
