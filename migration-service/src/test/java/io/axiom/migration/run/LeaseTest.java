package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaseTest {
    private static final RunOptions OPTIONS = RunOptions.DEFAULT
            .withAttempts(5)
            .withLockTimeout(Duration.ofSeconds(2))
            .withLease(Duration.ofSeconds(20), Duration.ofMillis(50));

    private static Task table(String id) {
        return Task.of(id, "1", "sum", Direction.UP, List.of("CREATE TABLE " + id + " (id int)"));
    }

    /** Stops in the middle of a task until it is let go. */
    private static final class Stopped implements Progress {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);

        @Override
        public void statement(Task task, int number, int of, long rows, Duration took) {
            reached.countDown();
            try {
                assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void oneOfManyRunnersRunsAndTheOthersFindItDone(Engine engine) throws Exception {
        DatabaseAddress address = Fresh.database(engine);
        List<Task> tasks = List.of(table("a"), table("b"), table("c"));
        List<Future<Outcome>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                String holder = "runner " + i;
                outcomes.add(
                        threads.submit(() -> Runner.on(address, OPTIONS.withLeaseWait(Duration.ofSeconds(50)), holder)
                                .run(tasks, Progress.NONE)));
            }
        }
        int applied = 0;
        for (Future<Outcome> outcome : outcomes) {
            assertThat(outcome.get().failure()).isNull();
            applied += (int) outcome.get().done().stream()
                    .filter(done -> done.result() == Outcome.Result.APPLIED)
                    .count();
        }
        assertThat(applied).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"POSTGRESQL", "MARIADB"})
    void whoWorksIsToldAndWhoIsFreedWritesNothingMore(Engine engine) throws Exception {
        DatabaseAddress address = Fresh.database(engine);
        Stopped stopped = new Stopped();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                SqlSession session = address.open(0)) {
            Future<Outcome> first = threads.submit(
                    () -> Runner.on(address, OPTIONS, "first").run(List.of(table("a"), table("b")), stopped));
            assertThat(stopped.reached.await(60, TimeUnit.SECONDS)).isTrue();

            Failure held = Runner.on(address, OPTIONS, "second")
                    .run(List.of(table("c")), Progress.NONE)
                    .failure();
            assertThat(String.valueOf(held)).contains("migration.run.lease-held", "first holds the lease since");

            LeaseHolder holder = Leases.free(session).orElseThrow();
            assertThat(holder.holder()).isEqualTo("first");
            assertThat(holder.expired()).isFalse();
            assertThat(holder.connection()).isNotEmpty();
            assertThat(Leases.holder(session)).isEmpty();
            Outcome second = Runner.on(address, OPTIONS, "second").run(List.of(table("c")), Progress.NONE);
            assertThat(second.failure()).isNull();

            stopped.go.countDown();
            assertThat(String.valueOf(first.get().failure())).contains("migration.run.lease-lost");
        }
        // PostgreSQL rolls it back; MariaDB had committed it, and the next run finds that out.
        Outcome third = Runner.on(address, OPTIONS, "third").run(List.of(table("a")), Progress.NONE);
        assertThat(third.failure()).isNull();
        assertThat(Fresh.value(address, "SELECT count(*) FROM a")).isEqualTo("0");
        assertThat(Fresh.history(address)).extracting(HistoryEntry::id).containsExactlyInAnyOrder("c", "a");
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"POSTGRESQL", "MARIADB"})
    void aConnectionThatBreaksIsMadeAgainAndTheMigrationToo(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        boolean[] broken = new boolean[1];
        Progress breaks = new Progress() {
            @Override
            public void statement(Task task, int number, int of, long rows, Duration took) {
                if (!broken[0]) {
                    broken[0] = true;
                    try (SqlSession session = address.open(0)) {
                        TargetSql.of(session).evict(session, "holder IS NOT NULL");
                    }
                }
            }
        };

        Outcome outcome = Runner.on(address, OPTIONS, "test").run(List.of(table("a"), table("b")), breaks);

        assertThat(outcome.failure()).isNull();
        // MariaDB has committed the first by then, and it is the second that meets the broken connection.
        assertThat(outcome.done().stream().mapToInt(Outcome.Done::attempts).sum())
                .isEqualTo(3);
        assertThat(Fresh.history(address)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoIsFreedBetweenTwoMigrationsDoesNotBeginTheNext(Engine engine) throws Exception {
        DatabaseAddress address = Fresh.database(engine);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Progress between = new Progress() {
            @Override
            public void completed(Task task, Duration took) {
                reached.countDown();
                try {
                    assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                SqlSession session = address.open(0)) {
            Future<Outcome> first = threads.submit(
                    () -> Runner.on(address, OPTIONS, "first").run(List.of(table("a"), table("b")), between));
            assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Leases.free(session)).isPresent();
            assertThat(Runner.on(address, OPTIONS, "second")
                            .run(List.of(table("c")), Progress.NONE)
                            .failure())
                    .isNull();
            go.countDown();

            assertThat(first.get().done()).hasSize(1);
            assertThat(String.valueOf(first.get().failure())).contains("migration.run.lease-lost");
        }
        assertThat(Fresh.history(address)).extracting(HistoryEntry::id).containsExactlyInAnyOrder("a", "c");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDeadRunnersLeaseIsTakenOverWhenItEnds(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        assertThat(Runner.on(address, OPTIONS, "first")
                        .run(List.of(table("a")), Progress.NONE)
                        .failure())
                .isNull();
        try (SqlSession session = address.open(0)) {
            TargetSql sql = TargetSql.of(session);
            session.execute("UPDATE " + sql.table(TargetSql.LEASE) + " SET token = 'dead', holder = 'dead', expires = "
                    + sql.later(Duration.ofMillis(300)));
        }
        Runner next = Runner.on(address, OPTIONS.withLeaseWait(Duration.ofSeconds(30)), "next");
        assertThat(next.run(List.of(table("b")), Progress.NONE).failure()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRunThatWaitedForALockIsTriedAgain(Engine engine) throws Exception {
        DatabaseAddress address = Fresh.database(engine);
        Fresh.execute(address, "CREATE TABLE busy (id int)", "INSERT INTO busy VALUES (1)");
        Task task = Task.of("m", "1", "sum", Direction.UP, List.of("ALTER TABLE busy ADD COLUMN a int"));
        RunOptions impatient = OPTIONS.withLockTimeout(Duration.ofMillis(100)).withAttempts(2);
        try (SqlSession other = address.open(0)) {
            assertThat(Runner.on(address, OPTIONS, "test")
                            .run(List.of(table("earlier")), Progress.NONE)
                            .failure())
                    .isNull();
            other.execute(
                    engine == Engine.SQLITE
                            ? "BEGIN IMMEDIATE"
                            : engine == Engine.MARIADB ? "START TRANSACTION" : "BEGIN");
            other.execute("UPDATE busy SET id = 2");

            Failure failure = Runner.on(address, impatient, "test")
                    .run(List.of(task), Progress.NONE)
                    .failure();
            assertThat(failure).isNotNull();
            if (engine != Engine.SQLITE) {
                assertThat(failure.code()).isEqualTo("migration.run.lock-timeout");
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Outcome> patient = threads.submit(() -> Runner.on(
                                address,
                                OPTIONS.withLockTimeout(Duration.ofMillis(200)).withAttempts(100),
                                "test")
                        .run(List.of(task), Progress.NONE));
                other.execute("COMMIT");
                assertThat(patient.get().failure()).isNull();
            }
        }
    }
}
