package io.axiom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Any appends, in any interleaving, by two writers as two processes would be, over partitions of 16 positions. */
class InterleavingProperties {
    private static final String DATABASE = TestInfrastructure.freshDatabase();
    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    /** @param command several attempts may carry the same one; negative for none */
    record Attempt(int writer, int stream, int guess, int events, int command) {}

    record Tried(Attempt attempt, CompletableFuture<Appended> answer) {}

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void givesPositionsWithoutGapsAndEveryCallerTheTruth(@ForAll("attempts") List<Attempt> attempts) {
        String context = "interleaved-" + CONTEXTS.incrementAndGet();
        LogOptions options = LogOptions.DEFAULT.withPartitionSize(16);
        try (PostgresEventLog one = PostgresEventLog.open(DATABASE, context, options);
                PostgresEventLog two = PostgresEventLog.open(DATABASE, context, options)) {
            List<Tried> tried = new ArrayList<>();
            Map<Integer, Integer> expected = new HashMap<>();
            for (Attempt attempt : attempts) {
                // Usually right if all before it were stored, at times stale: then it must lose.
                int next = expected.merge(attempt.stream, 0, Integer::sum);
                int from = Math.max(0, next - attempt.guess);
                expected.put(attempt.stream, Math.max(next, from + attempt.events));
                String stream = "s" + attempt.stream;
                Append append = attempt.command < 0
                        ? Events.append(stream, from, attempt.events)
                        : Events.command("c" + attempt.command, stream, from, attempt.events);
                tried.add(new Tried(attempt, (attempt.writer == 0 ? one : two).append(append)));
            }
            check(one, tried);
        }
    }

    private static void check(PostgresEventLog log, List<Tried> tried) {
        int stored = 0;
        Set<Integer> commands = new HashSet<>();
        Set<Appended> places = new HashSet<>();
        for (Tried one : tried) {
            try {
                Appended appended = one.answer.join();
                stored += one.attempt.events;
                assertThat(appended.lastPosition() - appended.firstPosition() + 1)
                        .isEqualTo(one.attempt.events);
                assertThat(one.attempt.events == 0 || places.add(appended)).isTrue();
                if (one.attempt.command >= 0) {
                    assertThat(commands.add(one.attempt.command))
                            .as("a command is done once")
                            .isTrue();
                    assertThat(log.outcome("c" + one.attempt.command)
                                    .orElseThrow()
                                    .appended())
                            .isEqualTo(appended);
                }
            } catch (CompletionException e) {
                assertThat(e.getCause())
                        .isInstanceOfAny(SequenceConflictException.class, DuplicateCommandException.class);
            }
        }
        assertThat(LogFacts.all(log)).hasSize(stored);
        List<StoredEvent> events = LogFacts.all(log);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).position()).isEqualTo(i + 1);
        }
        Map<String, Long> last = new HashMap<>();
        for (StoredEvent event : events) {
            Long before = last.put(event.event().aggregateId(), event.event().sequence());
            assertThat(before == null || event.event().sequence() == before + 1)
                    .as("streams without gaps")
                    .isTrue();
        }
        assertThat(log.verify(0).problem()).isNull();
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(4, 0), net.jqwik.api.Tuple.of(1, 1)),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(-20, 8))
                .as(Attempt::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(120);
    }
}
