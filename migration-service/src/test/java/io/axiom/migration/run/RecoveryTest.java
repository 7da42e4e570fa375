package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A runner died between the record that a statement is begun and the record that it is done. */
class RecoveryTest {
    private static Task task(String statement) {
        return Task.of(
                        "m",
                        "1",
                        "sum",
                        Direction.UP,
                        List.of("INSERT INTO log VALUES (1)", statement, "INSERT INTO log VALUES (2)"))
                .inSteps();
    }

    private static DatabaseAddress database(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Fresh.execute(
                address,
                "CREATE TABLE log (n int)",
                "CREATE TABLE t (id int PRIMARY KEY, a int)",
                "CREATE TABLE u (id int)",
                "INSERT INTO t VALUES (1, 1), (2, 1)");
        Outcome empty = Runner.on(address, RunOptions.DEFAULT, "test").run(List.of(), Progress.NONE);
        assertThat(empty.failure()).isNull();
        return address;
    }

    /** As a run leaves it that died at the second statement. */
    private static void died(DatabaseAddress address, Task task, Consumer<SqlSession> then) {
        try (SqlSession session = address.open(0)) {
            TargetSql sql = TargetSql.of(session);
            HistoryTable.put(sql, task, Status.RUNNING, -1).forEach(session::execute);
            session.execute(ProgressTable.start(sql, task, ""));
            session.execute(task.statements().getFirst());
            session.execute(ProgressTable.done(sql, task.id(), 1));
            session.execute(ProgressTable.begun(
                    sql, task.id(), SchemaBefore.read(session).pack()));
            then.accept(session);
        }
    }

    private static Outcome run(DatabaseAddress address, Task task) {
        return Runner.on(address, RunOptions.DEFAULT, "test").run(List.of(task), Progress.NONE);
    }

    private static void assertDone(DatabaseAddress address, Task task) {
        Outcome outcome = run(address, task);
        assertThat(outcome.failure()).isNull();
        assertThat(outcome.done().getFirst().resumed()).isTrue();
        assertThat(Fresh.value(address, "SELECT count(*) FROM log")).isEqualTo("2");
        assertThat(Fresh.unfinished(address)).isEmpty();
        assertThat(Fresh.history(address).getFirst().status()).isEqualTo(Status.APPLIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ADD COLUMN b int, DROP COLUMN a",
                "CREATE TABLE v (id int)",
                "CREATE INDEX by_a ON t (a)",
                "DROP TABLE u",
                "RENAME TABLE u TO w",
                "CREATE VIEW names AS SELECT id FROM t",
                "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1",
                "CREATE TABLE axiom_kept_1 AS SELECT * FROM t"
            })
    void mariaDbsCatalogTellsWhetherAStatementHappened(String statement) {
        DatabaseAddress happened = database(Engine.MARIADB);
        died(happened, task(statement), session -> session.execute(statement));
        assertDone(happened, task(statement));

        DatabaseAddress not = database(Engine.MARIADB);
        died(not, task(statement), session -> {});
        assertDone(not, task(statement));
    }

    @Test
    void mariaDbDropsTheRestOfTablesOfWhichSomeAreGone() {
        DatabaseAddress address = database(Engine.MARIADB);
        Task task = task("DROP TABLE t, u");
        died(address, task, session -> session.execute("DROP TABLE t"));

        assertDone(address, task);
        assertThat(
                        Fresh.value(
                                address,
                                "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'u'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CALL change_rows()", "TRUNCATE TABLE t", "ALTER TABLE t ADD COLUMN b int"})
    void whatCannotBeFoundOutIsNotGuessedButSettledByAPerson(String statement) {
        DatabaseAddress address = database(Engine.MARIADB);
        Fresh.execute(address, "CREATE PROCEDURE change_rows() UPDATE t SET a = a + 1");
        died(address, task(statement), session -> {
            if (statement.startsWith("ALTER")) {
                session.execute("ALTER TABLE t ADD COLUMN other int");
            }
        });

        Failure failure = run(address, task(statement)).failure();

        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo("migration.run.undetermined");
        assertThat(failure.statement()).isEqualTo(2);
        assertThat(failure.state())
                .isEqualTo("Statement 1 of 3 is in the database and stays. Of statement 2 it is not known.");
        assertThat(Fresh.value(address, "SELECT sum(a) FROM t")).isEqualTo("2");
        try (SqlSession session = address.open(0)) {
            History.of(session).settle("m", true);
            assertThatThrownBy(() -> History.of(session).settle("m", true)).hasMessageContaining("nothing-to-settle");
        }
        assertDone(address, task(statement));
    }

    @Test
    void postgresMakesAnIndexAgainThatWasLeftInvalid() {
        DatabaseAddress address = database(Engine.POSTGRESQL);
        String statement = "CREATE UNIQUE INDEX CONCURRENTLY by_a ON t (a)";
        died(address, task(statement), session -> {
            assertThatThrownBy(() -> session.execute(statement)).isInstanceOf(SqlFailure.class);
            session.execute("UPDATE t SET a = id");
        });
        assertThat(Fresh.value(address, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_a'::regclass"))
                .isEqualTo("f");

        assertDone(address, task(statement));

        assertThat(Fresh.value(address, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_a'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void aHalfOfWhichTheLastStatementIsUnknownIsMeasuredBeforeItIsTakenBack() {
        DatabaseAddress address = database(Engine.MARIADB);
        Task task = task("CREATE TABLE v (id int)");
        died(address, task, session -> session.execute("CREATE TABLE v (id int)"));
        Task back = new Task(
                "m",
                "1",
                "m",
                null,
                "schema",
                "sum",
                Direction.DOWN,
                List.of("DROP TABLE v", "DELETE FROM log"),
                true,
                null,
                null,
                2);

        assertThat(run(address, back).failure()).isNull();
        assertThat(Fresh.history(address).getFirst().status()).isEqualTo(Status.ROLLED_BACK);
    }
}
