package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.axiom.migration.database.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Kills the database itself at random moments while migrations are applied and taken back. {@code -Daxiom.kill.rounds} and
 * {@code -Daxiom.kill.seed} as in the kill test; each round kills four times.
 */
class DatabaseCrashTest {
    private static final int ROUNDS = Integer.getInteger("axiom.kill.rounds", 1);
    private static final int MOST_STEPS = 50;
    private static final int LONGEST_NANOS = 4_000_000;

    private static final List<String> COMPLAINING = List.of("io.zonky.test", "ch.vorburger.exec");

    private final Random random = new Random(Long.getLong("axiom.kill.seed", 5));
    private int kills;
    private int unanswered;

    /** Starter and driver rightly complain of every kill, with stack traces. */
    @BeforeAll
    static void expectComplaints() {
        COMPLAINING.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF));
    }

    @AfterAll
    static void listenAgain() {
        COMPLAINING.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(null));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void eachMigrationIsAppliedOrNotOrItIsSaidHowFarWheneverTheServerIsKilled(Engine engine) throws Exception {
        CrashLedger ledger = new CrashLedger(engine);
        try (KillableServer server = KillableServer.of(engine);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            KillTest.prepare(server.address());
            for (int round = 1; round <= ROUNDS; round++) {
                String name = Integer.toString(round);
                for (List<Task> tasks : List.of(KillTest.tasks(engine, name), RunnerProcess.back(name))) {
                    killed(server, tasks, ledger, threads);
                    ledger.check(server.address(), tasks);
                    riddenThrough(server, tasks, ledger, threads);
                    ledger.check(server.address(), tasks);
                    assertThat(Fresh.unfinished(server.address())).isEmpty();
                }
            }
        } finally {
            System.out.println(engine + ": killed " + kills + " times, " + unanswered + " runs ended by it, found "
                    + ledger.halves() + " migrations between two statements, measured " + ledger.measured());
        }
    }

    /** The runner gives up at once, so that what the crash left is seen before anybody mends it. */
    private void killed(KillableServer server, List<Task> tasks, CrashLedger ledger, ExecutorService threads)
            throws Exception {
        Outcome outcome = crash(server, tasks, ledger, threads, RunnerProcess.OPTIONS.withAttempts(1));
        Failure failure = outcome.failure();
        if (failure != null) {
            unanswered++;
            assertThat(failure.code()).isIn("migration.run.connection-lost", "migration.run.unreachable");
        }
    }

    /** The runner waits for the server, and goes on. */
    private void riddenThrough(KillableServer server, List<Task> tasks, CrashLedger ledger, ExecutorService threads)
            throws Exception {
        Failure failure =
                crash(server, tasks, ledger, threads, RunnerProcess.OPTIONS).failure();
        if (failure != null) {
            // It was dead before the runner had reached it for the first time.
            assertThat(failure.code()).as(failure.toString()).isEqualTo("migration.run.unreachable");
            assertThat(failure.state()).isEqualTo("Nothing was run.");
        }
        assertThat(Runner.on(server.address(), RunnerProcess.OPTIONS, "test")
                        .run(tasks, ledger)
                        .failure())
                .isNull();
    }

    private Outcome crash(
            KillableServer server, List<Task> tasks, CrashLedger ledger, ExecutorService threads, RunOptions options)
            throws Exception {
        CountDownLatch reached = new CountDownLatch(random.nextInt(MOST_STEPS));
        Future<Outcome> outcome = threads.submit(() -> {
            try {
                return Runner.on(server.address(), options, "test").run(tasks, counting(ledger, reached));
            } finally {
                while (reached.getCount() > 0) {
                    reached.countDown();
                }
            }
        });
        reached.await();
        LockSupport.parkNanos(random.nextInt(LONGEST_NANOS));
        server.kill();
        kills++;
        if (options.attempts() == 1) {
            // It must not find the server again.
            outcome.get();
        }
        server.startAgain();
        return outcome.get();
    }

    private static Progress counting(CrashLedger ledger, CountDownLatch reached) {
        return new Progress() {
            @Override
            public void statement(Task task, int number, int of, long rows, Duration took) {
                ledger.statement(task, number, of, rows, took);
                reached.countDown();
            }

            @Override
            public void batch(Task task, BatchState state) {
                ledger.batch(task, state);
                reached.countDown();
            }

            @Override
            public void completed(Task task, Duration took) {
                ledger.completed(task, took);
            }
        };
    }
}
