package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.axiom.infrastructure.EmbeddedPostgresServer;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Kills PostgreSQL itself while migrations run; {@code -Daxiom.kill.rounds} and {@code -Daxiom.kill.seed} as in the kill test. */
class PostgresCrashTest {
    private static final int ROUNDS = Integer.getInteger("axiom.kill.rounds", 1);
    private static final int KILLS = 2;
    private static final int MOST_STATEMENTS = 60;

    /** Its starter rightly complains of every kill, with stack traces. */
    @BeforeAll
    static void expectComplaints() {
        ((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(Level.OFF);
    }

    @AfterAll
    static void listenAgain() {
        ((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(null);
    }

    @Test
    void theRunGoesOnWhenTheServerIsBack() throws Exception {
        Random random = new Random(Long.getLong("axiom.kill.seed", 5));
        Path data = Files.createTempDirectory("axiom-crash").resolve("data");
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            DatabaseAddress address = DatabaseAddress.of(server.jdbcUrl("postgres"));
            KillTest.prepare(address);
            for (int round = 1; round <= ROUNDS; round++) {
                String name = Integer.toString(round);
                for (int kill = 0; kill < KILLS; kill++) {
                    CountDownLatch reached = new CountDownLatch(random.nextInt(MOST_STATEMENTS));
                    Future<Outcome> outcome = threads.submit(() -> run(address, name, reached));
                    reached.await();
                    server = killedAndStarted(server, data);
                    assertThat(outcome.get().failure()).isNull();
                }
                KillTest.finish(address, name);
                KillTest.check(address, Engine.POSTGRESQL, round);
            }
        } finally {
            server.close();
        }
    }

    private static Outcome run(DatabaseAddress address, String round, CountDownLatch reached) {
        Outcome outcome = Runner.on(address, RunnerProcess.OPTIONS, "test")
                .run(KillTest.tasks(Engine.POSTGRESQL, round), counting(reached));
        while (reached.getCount() > 0) {
            reached.countDown();
        }
        return outcome;
    }

    private static EmbeddedPostgresServer killedAndStarted(EmbeddedPostgresServer server, Path data) throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        // Nothing is left to stop; this lets go of the data.
        server.close();
        // The killed server's children go when they notice; until then its memory is in use.
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> EmbeddedPostgresServer.start(data, server.port()), started -> true);
    }

    private static Progress counting(CountDownLatch reached) {
        return new Progress() {
            @Override
            public void statement(Task task, int number, int of, long rows, Duration took) {
                reached.countDown();
            }

            @Override
            public void batch(Task task, BatchState state) {
                reached.countDown();
            }
        };
    }
}
