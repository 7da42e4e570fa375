package io.axiom.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.eventstore.EventLog;
import io.axiom.language.RecordedEvent;
import io.axiom.runtime.counter.CounterCommand.Add;
import io.axiom.runtime.counter.CounterService;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.LogTail;
import io.axiom.runtime.log.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several that follow one log, which share what is read of it. */
class FollowingTest {
    private static CounterService service;

    @BeforeAll
    static void start() {
        service = CounterService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static final class Follower implements LogTail.Step {
        private final List<Long> seen = new CopyOnWriteArrayList<>();
        private final int limit;
        private long position;

        Follower(int limit) {
            this.limit = limit;
        }

        @Override
        public long run() throws InterruptedException {
            for (RecordedEvent event : service.bean(History.class).follow(position, limit)) {
                seen.add(event.position());
                position = event.position();
            }
            return position;
        }
    }

    @Test
    void eachSeesEveryEventOnceAndInOrderWhileManyAreWritten() throws Exception {
        EventLog log = service.bean(EventLog.class);
        List<Follower> followers = List.of(new Follower(1), new Follower(7), new Follower(200), new Follower(5000));
        List<LogTail> tails = new ArrayList<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                if (i % 1000 == 0) {
                    // Those that begin later begin far behind.
                    Follower next = followers.get(tails.size());
                    tails.add(LogTail.start("follower-" + i, log, Pace.of(Duration.ofMillis(i / 1000)), next));
                }
                String counter = "following-" + i % 50;
                written.add(writers.submit(() -> service.send(new Add(counter, 1))));
            }
            for (Future<?> one : written) {
                one.get();
            }
            tails.add(LogTail.start("follower-last", log, Pace.of(Duration.ZERO), followers.get(3)));
            List<Long> all = LongStream.rangeClosed(1, log.head()).boxed().toList();
            for (Follower follower : followers) {
                await().atMost(Duration.ofSeconds(30)).until(() -> follower.seen.size() >= all.size());
                assertThat(follower.seen).isEqualTo(all);
            }
        } finally {
            tails.forEach(LogTail::close);
        }
    }

    @Test
    void whatIsFollowedIsWhatTheLogHolds() throws Exception {
        for (int i = 0; i < 20; i++) {
            service.send(new Add("held-" + i, i));
        }
        History history = service.bean(History.class);
        long head = history.head();
        for (long after = head - 20; after < head; after++) {
            List<RecordedEvent> followed = history.follow(after, 5);
            assertThat(followed).isNotEmpty().isEqualTo(history.read(after, followed.size()));
        }
        assertThat(history.follow(head, 5)).isEmpty();
    }

    @Test
    void aStepThatCannotGoOnIsAskedAgainWithoutASign() {
        service.send(new Add("stuck", 1));
        EventLog log = service.bean(EventLog.class);
        long head = log.head();
        AtomicInteger asked = new AtomicInteger();
        try (LogTail _ = LogTail.start(
                "stuck", log, Pace.of(Duration.ZERO), () -> asked.incrementAndGet() < 5 ? head - 1 : head)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> asked.get() >= 5);
        }
    }

    @Test
    void underLoadRoundsAreFewAndTheLastEventIsNotForgotten() {
        EventLog log = service.bean(EventLog.class);
        AtomicInteger rounds = new AtomicInteger();
        Follower follower = new Follower(5000);
        try (LogTail _ = LogTail.start("paced", log, Pace.of(Duration.ofMillis(200)), () -> {
            rounds.incrementAndGet();
            return follower.run();
        })) {
            for (int i = 0; i < 100; i++) {
                service.send(new Add("paced", 1));
            }
            long head = log.head();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !follower.seen.isEmpty() && follower.seen.getLast() >= head);
            assertThat(rounds.get()).isLessThan(100);
        }
    }
}
