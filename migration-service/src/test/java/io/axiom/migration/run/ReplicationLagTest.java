package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.EmbeddedPostgresServer;
import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.source.Batches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/** On a primary and a standby of it. */
class ReplicationLagTest {
    private static final int ROWS = 2_000;

    @TempDir
    Path folder;

    private EmbeddedPostgresServer primary;
    private EmbeddedPostgresServer standby;

    /** The standby begins as a copy of the primary that was stopped in good order. */
    private void start() throws IOException {
        Path first = folder.resolve("primary");
        Path second = folder.resolve("standby");
        EmbeddedPostgresServer once = EmbeddedPostgresServer.start(first, 0);
        once.close();
        FileSystemUtils.copyRecursively(first, second);
        try (Stream<Path> locks = Files.list(second)) {
            for (Path lock : locks.filter(file -> file.getFileName().toString().startsWith("epg-lock"))
                    .toList()) {
                Files.delete(lock);
            }
        }
        primary = EmbeddedPostgresServer.start(first, once.port());
        Files.createFile(second.resolve("standby.signal"));
        Files.writeString(
                second.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primary.port() + " user=postgres'\n",
                StandardOpenOption.APPEND);
        Files.setPosixFilePermissions(second, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        standby = EmbeddedPostgresServer.start(second, 0);
        Fresh.execute(
                address(primary),
                "CREATE TABLE items (id int PRIMARY KEY, n int NOT NULL)",
                "INSERT INTO items SELECT i, 0 FROM generate_series(1, " + ROWS + ") i");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Fresh.value(
                                address(primary), "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")
                        .equals("1"));
    }

    @AfterEach
    void stop() {
        if (standby != null) {
            standby.close();
        }
        if (primary != null) {
            primary.close();
        }
    }

    private static DatabaseAddress address(EmbeddedPostgresServer server) {
        return DatabaseAddress.of(server.jdbcUrl("postgres"));
    }

    private static Task update(Duration most) {
        return Task.of(
                        "b",
                        "1",
                        "sum",
                        Direction.UP,
                        List.of("UPDATE items SET n = n + 1 WHERE id BETWEEN :from AND :to"))
                .with(new Batches("items", "id", 1, Duration.ZERO, most));
    }

    @Test
    void aReplicaThatStandsStillIsWaitedForUntilItGoesOn() throws Exception {
        start();
        Fresh.execute(address(standby), "SELECT pg_wal_replay_pause()");
        AtomicLong rows = new AtomicLong();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome> outcome = threads.submit(() -> Runner.on(address(primary), RunOptions.DEFAULT, "test")
                    .run(List.of(update(Duration.ofMillis(100))), new Progress() {
                        @Override
                        public void batch(Task task, BatchState state) {
                            rows.set(state.rows());
                        }
                    }));
            // It looks again and again at the replicas, and does nothing between.
            Set<String> looks = new HashSet<>();
            AtomicLong at = new AtomicLong(-1);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                if (at.getAndSet(rows.get()) != rows.get()) {
                    looks.clear();
                }
                looks.add(Fresh.value(
                        address(primary),
                        "SELECT max(query_start) FROM pg_stat_activity WHERE state = 'idle' AND query LIKE '%replay_lag%'"
                                + " AND pid <> pg_backend_pid()"));
                return looks.size() >= 3 && rows.get() > 0;
            });
            assertThat(rows.get()).isLessThan(ROWS);
            assertThat(outcome.isDone()).isFalse();

            Fresh.execute(address(standby), "SELECT pg_wal_replay_resume()");

            assertThat(outcome.get().failure()).isNull();
        }
        assertThat(Fresh.value(address(primary), "SELECT count(*) FROM items WHERE n = 1"))
                .isEqualTo(Integer.toString(ROWS));
    }

    @Test
    void aUserWhoMayNotSeeTheReplicasIsToldSoBeforeAnythingRuns() throws Exception {
        start();
        Fresh.execute(
                address(primary),
                "CREATE ROLE app LOGIN",
                "GRANT ALL ON SCHEMA public TO app",
                "ALTER TABLE items OWNER TO app");
        DatabaseAddress app = DatabaseAddress.of(primary.jdbcUrl("postgres").replace("user=postgres", "user=app"));
        Runner runner = Runner.on(app, RunOptions.DEFAULT, "test");

        Failure failure = runner.run(List.of(update(Duration.ofSeconds(10))), Progress.NONE)
                .failure();

        assertThat(String.valueOf(failure))
                .contains("migration.run.lag-unknown", "may not see how far the replicas", "pg_read_all_stats");
        assertThat(Fresh.history(address(primary))).isEmpty();
        Fresh.execute(address(primary), "GRANT pg_read_all_stats TO app");
        assertThat(runner.run(List.of(update(Duration.ofSeconds(10))), Progress.NONE)
                        .failure())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "SQLITE"})
    void enginesThatDoNotTellRefuseTheLimit(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Fresh.execute(address, "CREATE TABLE items (id int PRIMARY KEY, n int)");

        assertThat(String.valueOf(Runner.on(address, RunOptions.DEFAULT, "test")
                        .run(List.of(update(Duration.ofSeconds(1))), Progress.NONE)
                        .failure()))
                .contains("migration.run.lag-unknown", "batch-pause");
        assertThat(Fresh.history(address)).isEmpty();
    }
}
