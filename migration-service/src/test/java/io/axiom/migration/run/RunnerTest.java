package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.run.Outcome.Done;
import io.axiom.migration.run.Outcome.Result;
import io.axiom.migration.run.Task.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunnerTest {
    private static final Task USERS = Task.of(
            "users",
            "1",
            "sum-1",
            Direction.UP,
            List.of(
                    "CREATE TABLE users (id int PRIMARY KEY, name varchar(20))",
                    "INSERT INTO users VALUES (1, 'Ann')"));
    private static final Task POSTS = Task.of(
            "posts", "2", "sum-2", Direction.UP, List.of("CREATE TABLE posts (id int PRIMARY KEY, title varchar(20))"));
    private static final Task NO_POSTS = Task.of("posts", "2", "sum-2", Direction.DOWN, List.of("DROP TABLE posts"));

    private static Outcome run(DatabaseAddress address, Task... tasks) {
        return Runner.on(address, RunOptions.DEFAULT.withAttempts(3), "test").run(List.of(tasks), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void appliesTakesBackAndPassesOverWhatIsDone(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);

        Outcome first = run(address, USERS, POSTS);
        assertThat(first.failure()).isNull();
        assertThat(first.done()).extracting(Done::result).containsExactly(Result.APPLIED, Result.APPLIED);
        assertThat(Fresh.value(address, "SELECT name FROM users")).isEqualTo("Ann");
        assertThat(Fresh.history(address))
                .extracting(HistoryEntry::id, HistoryEntry::status, HistoryEntry::checksum)
                .containsExactly(tuple("users", Status.APPLIED, "sum-1"), tuple("posts", Status.APPLIED, "sum-2"));

        assertThat(run(address, USERS, POSTS).done())
                .extracting(Done::result)
                .containsExactly(Result.ALREADY_DONE, Result.ALREADY_DONE);

        assertThat(run(address, NO_POSTS).done()).extracting(Done::result).containsExactly(Result.TAKEN_BACK);
        assertThat(Fresh.history(address).getLast().status()).isEqualTo(Status.ROLLED_BACK);

        assertThat(run(address, POSTS).done()).extracting(Done::result).containsExactly(Result.APPLIED);
        assertThat(Fresh.value(address, "SELECT count(*) FROM posts")).isEqualTo("0");
        assertThat(Fresh.unfinished(address)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsAppliedAndTakenBackInOneRunCanBe(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);

        Outcome outcome = run(address, POSTS, NO_POSTS, POSTS, NO_POSTS);

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.done()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRefusedStatementIsToldWithItsPlaceAndTheState(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Task broken = Task.of(
                        "broken",
                        "3",
                        "sum-3",
                        Direction.UP,
                        List.of(
                                "CREATE TABLE a (id int)",
                                "CREATE TABLE b (id int)",
                                "INSERT INTO a\n VALUES (1),\n (1 +)",
                                "CREATE TABLE c (id int)"))
                .from(new Origin("003_broken.sql", List.of(4, 5, 6, 10)));

        Outcome outcome = run(address, USERS, broken);

        Failure failure = outcome.failure();
        assertThat(failure).isNotNull();
        assertThat(outcome.failed()).isEqualTo(broken);
        assertThat(failure.code()).isEqualTo("migration.run.refused");
        assertThat(failure.file()).isEqualTo("003_broken.sql");
        assertThat(failure.line()).isEqualTo(engine == Engine.SQLITE ? 6 : 8);
        assertThat(failure.statement()).isEqualTo(3);
        assertThat(failure.text()).startsWith("INSERT INTO a");
        assertThat(failure.detail()).contains("statement 3 of 4").contains("syntax");
        assertThat(failure.next()).contains("Mend statement 3");
        if (engine == Engine.MARIADB) {
            assertThat(failure.state())
                    .isEqualTo("Statements 1 to 2 of 4 are in the database and stay. Nothing of statement 3 is."
                            + " The history says failed.");
            assertThat(Fresh.history(address)).extracting(HistoryEntry::status).contains(Status.FAILED);
            assertThat(Fresh.unfinished(address).getFirst().done()).isEqualTo(2);
        } else {
            assertThat(failure.state())
                    .isEqualTo("Nothing of migration broken is in the database: its transaction was rolled back."
                            + " The migration before it in this run stays.");
            assertThat(Fresh.history(address)).extracting(HistoryEntry::id).containsExactly("users");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void statementsAreCountedAsTheirAuthorDoesWithoutThoseThatKeepData(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        List<String> statements = List.of(
                "CREATE TABLE kept_1 (id int)",
                "CREATE TABLE a (id int)",
                "DROP TABLE kept_1",
                "CREATE TABLE kept_2 (id int)",
                "INSERT INTO missing VALUES (1)");
        Origin origin = new Origin("1.sql", List.of(0, 4, 0, 0, 6), List.of(1, 1, 1, 2, 2));
        Task refused = Task.of("m", "1", "sum", Direction.UP, statements).from(origin);
        List<String> told = new ArrayList<>();

        Failure failure = Runner.on(address, RunOptions.DEFAULT, "test")
                .run(List.of(refused), new Progress() {
                    @Override
                    public void statement(Task task, int number, int of, long rows, Duration took) {
                        told.add(number + " of " + of);
                    }
                })
                .failure();

        assertThat(told).containsExactly("1 of 2");
        assertThat(failure).isNotNull();
        assertThat(failure.statement()).isEqualTo(2);
        assertThat(failure.line()).isEqualTo(6);
        assertThat(failure.detail()).contains("statement 2 of 2 was refused");
        assertThat(failure.next()).contains("Mend statement 2");
        if (engine == Engine.MARIADB) {
            assertThat(failure.state())
                    .startsWith("Statement 1 of 2 is in the database and stays. Nothing of statement 2");
        }
        Task keeping = Task.of(
                        "k",
                        "2",
                        "sum",
                        Direction.UP,
                        List.of("CREATE TABLE kept AS SELECT 1 FROM missing", "SELECT 1"))
                .from(new Origin("2.sql", List.of(0, 1), List.of(1, 1)));
        assertThat(String.valueOf(run(address, keeping).failure()))
                .contains("what keeps data for statement 1 of 1 was refused");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void inStepsItGoesOnAfterTheLastStatementThatIsDoneWithTheNextOnesMended(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Task broken = Task.of(
                        "m",
                        "1",
                        "old",
                        Direction.UP,
                        List.of("CREATE TABLE a (id int)", "INSERT INTO a VALUES (1)", "INSERT INTO b VALUES (2)"))
                .inSteps();
        assertThat(run(address, broken).failure()).isNotNull();
        assertThat(Fresh.unfinished(address).getFirst().done()).isEqualTo(2);

        Task changed = Task.of("m", "1", "new", Direction.UP, List.of("CREATE TABLE x (id int)"))
                .inSteps();
        assertThat(String.valueOf(run(address, changed).failure())).contains("migration.run.changed-in-between");

        Task mended = Task.of(
                        "m",
                        "1",
                        "new",
                        Direction.UP,
                        List.of("CREATE TABLE a (id int)", "INSERT INTO a VALUES (1)", "INSERT INTO a VALUES (2)"))
                .inSteps();
        Outcome outcome = run(address, mended);

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.done().getFirst().resumed()).isTrue();
        assertThat(Fresh.value(address, "SELECT count(*) FROM a")).isEqualTo("2");
        assertThat(Fresh.history(address).getFirst().checksum()).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void halfAMigrationIsTakenBackWhenExactlyThatHalfIsMeant(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Task broken = Task.of(
                        "m",
                        "1",
                        "sum",
                        Direction.UP,
                        List.of("CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "INSERT INTO missing VALUES (2)"))
                .inSteps();
        assertThat(run(address, broken).failure()).isNotNull();
        Task back = Task.of("m", "1", "sum", Direction.DOWN, List.of("DROP TABLE b", "DROP TABLE a"));
        assertThat(String.valueOf(run(address, back).failure())).contains("migration.run.half-done");

        Task half = back.takingBack(2);

        assertThat(run(address, half).failure()).isNull();
        assertThat(Fresh.history(address).getFirst().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(Fresh.unfinished(address)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void inStepsAFailureAtTheFirstStatementLeavesNoTrace(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);

        Outcome outcome = run(
                address,
                Task.of("m", "1", "sum", Direction.UP, List.of("CREATE TABEL a (id int)"))
                        .inSteps());

        assertThat(String.valueOf(outcome.failure())).contains("None of its 1 statements is in the database.");
        assertThat(Fresh.history(address)).isEmpty();
        assertThat(Fresh.unfinished(address)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void transactionsOfTheMigrationsOwnAreLeftOutAroundItAndRefusedInside(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Task wrapped = Task.of("w", "1", "sum", Direction.UP, List.of("BEGIN", "CREATE TABLE w (id int)", "COMMIT"));
        Task inside = Task.of(
                "i", "2", "sum", Direction.UP, List.of("CREATE TABLE i (id int)", "COMMIT", "CREATE TABLE j (id int)"));

        Outcome outcome = run(address, wrapped, inside);

        assertThat(outcome.done()).extracting(Done::id).containsExactly("w");
        assertThat(String.valueOf(outcome.failure())).contains("migration.run.transaction-control", "Nothing");
    }

    @Test
    void postgresRunsWhatCanBeInNoTransactionByItself() {
        DatabaseAddress address = Fresh.database(Engine.POSTGRESQL);
        Task task = Task.of(
                "index",
                "2",
                "sum",
                Direction.UP,
                List.of(
                        "CREATE INDEX CONCURRENTLY by_name ON users (name)",
                        "CREATE TYPE mood AS ENUM ('ok')",
                        "ALTER TYPE mood ADD VALUE 'sad'",
                        "CREATE TABLE moods (m mood DEFAULT 'sad')",
                        "VACUUM users"));

        assertThat(run(address, USERS, task).failure()).isNull();
        assertThat(Fresh.value(address, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_name'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void postgresNoticesAnEnumValueThatIsUsedInItsOwnTransactionAndGoesInSteps() {
        DatabaseAddress address = Fresh.database(Engine.POSTGRESQL);
        Fresh.execute(address, "CREATE TYPE mood AS ENUM ('ok')", "CREATE TABLE moods (m mood)");

        Outcome outcome = run(
                address,
                Task.of(
                        "sad",
                        "1",
                        "sum",
                        Direction.UP,
                        List.of("ALTER TYPE mood ADD VALUE 'sad'", "INSERT INTO moods VALUES ('sad')")));

        assertThat(outcome.failure()).isNull();
        assertThat(Fresh.value(address, "SELECT m FROM moods")).isEqualTo("sad");
    }

    @Test
    void aFailedConcurrentIndexLeavesNothingInvalidAndIsMadeWhenTheCauseIsGone() {
        DatabaseAddress address = Fresh.database(Engine.POSTGRESQL);
        Fresh.execute(address, "CREATE TABLE t (a int)", "INSERT INTO t VALUES (1), (1)");
        Task task =
                Task.of("unique", "1", "sum", Direction.UP, List.of("CREATE UNIQUE INDEX CONCURRENTLY one ON t (a)"));

        assertThat(String.valueOf(run(address, task).failure())).contains("None of its 1 statements");
        assertThat(Fresh.value(address, "SELECT count(*) FROM pg_class WHERE relname = 'one'"))
                .isEqualTo("0");

        Fresh.execute(address, "DELETE FROM t WHERE ctid = (SELECT max(ctid) FROM t)");
        assertThat(run(address, task).failure()).isNull();
    }

    @Test
    void sqlitesForeignKeysAreSwitchedAroundTheTransaction() {
        DatabaseAddress address = Fresh.database(Engine.SQLITE);
        Task rebuild = Task.of(
                "rebuild",
                "2",
                "sum",
                Direction.UP,
                List.of(
                        "PRAGMA foreign_keys = OFF",
                        "CREATE TABLE other (id int PRIMARY KEY, name text NOT NULL)",
                        "INSERT INTO other SELECT * FROM users",
                        "DROP TABLE users",
                        "ALTER TABLE other RENAME TO users",
                        "PRAGMA foreign_keys = ON"));
        List<Integer> numbers = new ArrayList<>();

        Outcome outcome = Runner.on(address, RunOptions.DEFAULT, "test").run(List.of(USERS, rebuild), new Progress() {
            @Override
            public void statement(Task task, int number, int of, long rows, Duration took) {
                numbers.add(number);
            }
        });

        assertThat(outcome.failure()).isNull();
        assertThat(numbers).containsExactly(1, 2, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void settingsAMigrationChangesDoNotReachTheNext() {
        DatabaseAddress address = Fresh.database(Engine.POSTGRESQL);
        Fresh.execute(address, "CREATE SCHEMA elsewhere");

        Outcome outcome = run(
                address,
                Task.of(
                        "path",
                        "1",
                        "s",
                        Direction.UP,
                        List.of("SET search_path = elsewhere", "CREATE TABLE a (i int)")),
                Task.of("next", "2", "s", Direction.UP, List.of("CREATE TABLE public_one (i int)")));

        assertThat(outcome.failure()).isNull();
        assertThat(Fresh.value(address, "SELECT 'public.public_one'::regclass")).isEqualTo("public_one");
        assertThat(Fresh.history(address)).hasSize(2);
    }

    @Test
    void whatDumpsOfMariaDbHoldIsRun() {
        DatabaseAddress address = Fresh.database(Engine.MARIADB);
        Task dump = Task.of(
                "dump",
                "2",
                "s",
                Direction.UP,
                List.of(
                        "/*!40014 SET FOREIGN_KEY_CHECKS=0 */",
                        "LOCK TABLES `users` WRITE",
                        "/*!40000 ALTER TABLE `users` DISABLE KEYS */",
                        "INSERT INTO `users` VALUES (2, 'Bo')",
                        "UNLOCK TABLES",
                        "USE information_schema"));

        assertThat(run(address, USERS, dump, POSTS).failure()).isNull();
        assertThat(Fresh.value(address, "SELECT count(*) FROM users")).isEqualTo("2");
        assertThat(Fresh.value(address, "SELECT count(*) FROM posts")).isEqualTo("0");
    }

    @Test
    void statementsThatTakeTooLongAreCancelled() {
        for (Engine engine : List.of(Engine.POSTGRESQL, Engine.SQLITE)) {
            DatabaseAddress address = Fresh.database(engine);
            String slow = engine == Engine.POSTGRESQL
                    ? "SELECT pg_sleep(60)"
                    : "CREATE TABLE x AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT max(i) FROM c";
            Failure failure = Runner.on(
                            address, RunOptions.DEFAULT.withStatementTimeout(Duration.ofMillis(200)), "test")
                    .run(List.of(Task.of("slow", "1", "s", Direction.UP, List.of(slow))), Progress.NONE)
                    .failure();

            assertThat(failure).isNotNull();
            assertThat(failure.code()).isEqualTo("migration.run.statement-timeout");
        }
    }

    @Test
    void whatCannotBeReachedIsSaidWithoutThePassword() {
        DatabaseAddress nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/x", "me", "secret");

        Failure failure = run(nowhere, USERS).failure();

        assertThat(String.valueOf(failure))
                .contains("migration.run.unreachable")
                .doesNotContain("secret");
    }
}
