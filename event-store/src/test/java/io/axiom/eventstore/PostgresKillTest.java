package io.axiom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.axiom.infrastructure.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PostgresKillTest {
    private static final int CALLERS = 16;

    @TempDir
    Path folder;

    /** Pool and starter rightly complain of every kill, with stack traces. */
    @BeforeAll
    static void expectComplaints() {
        for (String complaining : List.of("com.zaxxer.hikari", "io.zonky.test", "io.axiom.eventstore")) {
            ((Logger) LoggerFactory.getLogger(complaining)).setLevel(Level.OFF);
        }
    }

    @AfterAll
    static void listenAgain() {
        for (String complaining : List.of("com.zaxxer.hikari", "io.zonky.test", "io.axiom.eventstore")) {
            ((Logger) LoggerFactory.getLogger(complaining)).setLevel(null);
        }
    }

    @Test
    void whatWasAcknowledgedBeforePostgresWasKilledIsThereOnceAndWritersGoOnAfterIt() throws Exception {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder.resolve("data"), 0);
        server.createDatabase("killed");
        String database = server.jdbcUrl("killed");
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicLong seen = new AtomicLong();
        Random random = new Random(11);
        try (PostgresEventLog log =
                PostgresEventLog.open(database, "killed", LogOptions.DEFAULT.withPatience(Duration.ofSeconds(60)))) {
            try (AutoCloseable _ = log.onAppend(seen::set);
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int c = 0; c < CALLERS; c++) {
                    String stream = "caller-" + c;
                    callers.submit(() -> {
                        for (int i = 0; running.get(); i++) {
                            String command = stream + '-' + i;
                            acknowledged.put(
                                    command,
                                    log.append(Events.command(command, stream, i, 1))
                                            .join()
                                            .firstPosition());
                        }
                        return null;
                    });
                }
                for (int kill = 0; kill < 3; kill++) {
                    int enough = acknowledged.size() + 100 + random.nextInt(400);
                    await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > enough);
                    server = killAndStart(server, folder.resolve("data"));
                }
                int reached = acknowledged.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > reached + 200);
                running.set(false);
            }
            assertThat(LogFacts.check(log)).hasSize(acknowledged.size());
            acknowledged.forEach((command, position) -> assertThat(
                            log.outcome(command).orElseThrow().appended())
                    .isEqualTo(new Appended(position, position)));
        }
        server.close();
    }

    @Test
    void anAppendIsRefusedWhenPostgresStaysAway() throws Exception {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder.resolve("data"), 0);
        server.createDatabase("away");
        try (PostgresEventLog log = PostgresEventLog.open(
                server.jdbcUrl("away"), "away", LogOptions.DEFAULT.withPatience(Duration.ofMillis(300)))) {
            log.append(Events.append("a", 0, 1)).join();
            kill(server);
            assertThatThrownBy(() -> log.append(Events.append("a", 1, 1)).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(LogUnavailableException.class);
            assertThatThrownBy(log::head).isInstanceOf(LogUnavailableException.class);
            EmbeddedPostgresServer again = start(folder.resolve("data"), server.port());
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> log.head() == 1);
            assertThat(log.append(Events.append("a", 1, 1)).join().firstPosition())
                    .isEqualTo(2);
            again.close();
        }
    }

    private static EmbeddedPostgresServer killAndStart(EmbeddedPostgresServer server, Path data) throws Exception {
        kill(server);
        return start(data, server.port());
    }

    private static void kill(EmbeddedPostgresServer server) throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        // Nothing is left to stop; this lets go of the data.
        server.close();
    }

    /** The killed server's children go when they notice; until then its memory is in use. */
    private static EmbeddedPostgresServer start(Path data, int port) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> EmbeddedPostgresServer.start(data, port), server -> true);
    }
}
