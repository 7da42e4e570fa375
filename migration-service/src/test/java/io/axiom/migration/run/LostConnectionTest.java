package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection is lost while the server executes a statement. */
class LostConnectionTest {
    /** They wait for a lock that the test holds. */
    private static final String POSTGRES_WORK = " SELECT 1 AS n WHERE pg_advisory_lock(42) IS NOT NULL";

    private static final String MARIADB_WORK = " SELECT GET_LOCK(CONCAT('gate', DATABASE()), 120) AS n";

    private static DatabaseAddress tables(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Fresh.execute(address, "CREATE TABLE done (n int)", "CREATE TABLE ledger (n int)");
        return address;
    }

    private static Task task(Engine engine, String kind) {
        String work = engine == Engine.POSTGRESQL ? POSTGRES_WORK : MARIADB_WORK;
        Task task = Task.of(
                "m",
                "1",
                "sum",
                Direction.UP,
                List.of(
                        "INSERT INTO ledger VALUES (1)",
                        (kind.equals("definition") ? "CREATE TABLE made AS" : "INSERT INTO done") + work,
                        "INSERT INTO ledger VALUES (2)"));
        return kind.equals("in-steps") ? task.inSteps() : task;
    }

    private static SqlSession gate(DatabaseAddress address) {
        SqlSession gate = address.open(0);
        gate.query(
                address.engine() == Engine.POSTGRESQL
                        ? "SELECT pg_advisory_lock(42) IS NOT NULL AS held"
                        : "SELECT GET_LOCK(CONCAT('gate', DATABASE()), 0) AS held");
        return gate;
    }

    private static void killWhileItWorks(DatabaseAddress address) {
        boolean postgres = address.engine() == Engine.POSTGRESQL;
        String find = postgres
                ? "SELECT pid AS id FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database()"
                : "SELECT id FROM information_schema.processlist WHERE state = 'User lock' AND db = DATABASE()";
        String id = await().atMost(Duration.ofSeconds(60))
                .until(() -> Fresh.value(address, find), found -> !found.isEmpty());
        Fresh.execute(address, postgres ? "SELECT pg_terminate_backend(" + id + ")" : "KILL CONNECTION " + id);
    }

    private static Future<Outcome> run(DatabaseAddress address, Task task, int attempts, ExecutorService threads) {
        return threads.submit(() -> Runner.on(address, RunnerProcess.OPTIONS.withAttempts(attempts), "test")
                .run(List.of(task), Progress.NONE));
    }

    private static void doneOnce(DatabaseAddress address, String kind) {
        assertThat(Fresh.value(address, "SELECT count(*) FROM ledger")).isEqualTo("2");
        assertThat(Fresh.value(address, "SELECT count(*) FROM " + (kind.equals("definition") ? "made" : "done")))
                .isEqualTo("1");
        assertThat(Fresh.history(address)).extracting(HistoryEntry::status).containsExactly(Status.APPLIED);
        assertThat(Fresh.unfinished(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, together",
        "POSTGRESQL, in-steps",
        "POSTGRESQL, definition",
        "MARIADB, together",
        "MARIADB, in-steps",
        "MARIADB, definition"
    })
    void isMadeAgainAndTheStatementIsDoneOnce(Engine engine, String kind) throws Exception {
        DatabaseAddress address = tables(engine);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            SqlSession gate = gate(address);
            Future<Outcome> outcome = run(address, task(engine, kind), 10, threads);
            killWhileItWorks(address);
            gate.close();
            assertThat(outcome.get().failure()).isNull();
        }
        doneOnce(address, kind);
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, together", "MARIADB, together", "MARIADB, definition"})
    void isToldWithTheStateWhereItCannotBeMadeAgainAndTheNextRunGoesOn(Engine engine, String kind) throws Exception {
        DatabaseAddress address = tables(engine);
        Task task = task(engine, kind);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            SqlSession gate = gate(address);
            Future<Outcome> outcome = run(address, task, 1, threads);
            killWhileItWorks(address);
            Failure failure = outcome.get().failure();
            gate.close();
            assertThat(failure).isNotNull();
            assertThat(failure.code()).as(failure.toString()).isEqualTo("migration.run.connection-lost");
            assertThat(failure.state()).contains("the history in the database says which");
            assertThat(failure.next()).contains("Run again");
            assertThat(run(address, task, 10, threads).get().failure()).isNull();
        }
        doneOnce(address, kind);
    }
}
