package io.axiom.migration.run;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.source.Batches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process that runs the migrations of the kill tests, to be killed while it does. */
public final class RunnerProcess {
    static final RunOptions OPTIONS = RunOptions.DEFAULT
            .withLease(Duration.ofMillis(600), Duration.ofMillis(100))
            .withLeaseWait(Duration.ofSeconds(30))
            .withAttempts(60);

    private RunnerProcess() {}

    /** What is run: {@code rounds} migrations in a transaction, one in steps, one that goes through a table. */
    static List<Task> tasks(String round, boolean concurrently) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String id = "t" + round + "_" + i;
            tasks.add(Task.of(
                    id,
                    "1",
                    "sum",
                    Direction.UP,
                    List.of(
                            "CREATE TABLE " + id + " (id int PRIMARY KEY, a int)",
                            "INSERT INTO " + id + " VALUES (1, 1), (2, 2)",
                            "INSERT INTO applied VALUES ('" + id + "')",
                            "CREATE INDEX " + id + "_a ON " + id + " (a)",
                            "ALTER TABLE " + id + " ADD COLUMN b int",
                            "UPDATE " + id + " SET b = a")));
        }
        String steps = "s" + round;
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + steps + " (id int, a int)");
        for (int i = 0; i < 5; i++) {
            statements.add("INSERT INTO " + steps + " VALUES (" + i + ", " + i + ")");
            statements.add("CREATE INDEX " + (concurrently ? "CONCURRENTLY " : "") + steps + "_" + i + " ON "
                    + (i == 0 ? steps : "counted") + " (" + (i == 0 ? "a" : "n, id") + ")");
            statements.add("UPDATE total SET n = n + 1");
        }
        for (int i = 1; i < 5; i++) {
            statements.add("DROP INDEX " + steps + "_" + i + (concurrently ? "" : " /* on */"));
        }
        tasks.add(Task.of(steps, "1", "sum", Direction.UP, statements).inSteps());
        tasks.add(Task.of(
                        "b" + round,
                        "1",
                        "sum",
                        Direction.UP,
                        List.of(
                                "UPDATE counted SET n = n + 1 WHERE id BETWEEN :from AND :to",
                                "UPDATE counted SET m = m + 1 WHERE id BETWEEN :from AND :to"))
                .with(Batches.of("counted", "id", 50)));
        return tasks;
    }

    /** What takes them back, the last first; as MariaDB and PostgreSQL write it. */
    static List<Task> back(String round) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(Task.of(
                        "b" + round,
                        "1",
                        "sum",
                        Direction.DOWN,
                        List.of(
                                "UPDATE counted SET m = m - 1 WHERE id BETWEEN :from AND :to",
                                "UPDATE counted SET n = n - 1 WHERE id BETWEEN :from AND :to"))
                .with(Batches.of("counted", "id", 50)));
        String steps = "s" + round;
        tasks.add(Task.of(
                        steps,
                        "1",
                        "sum",
                        Direction.DOWN,
                        List.of(
                                "UPDATE total SET n = n - 2",
                                "ALTER TABLE " + steps + " ADD COLUMN c int",
                                "UPDATE total SET n = n - 3",
                                "DROP TABLE " + steps))
                .inSteps());
        for (int i = 5; i >= 0; i--) {
            String id = "t" + round + "_" + i;
            tasks.add(Task.of(
                    id,
                    "1",
                    "sum",
                    Direction.DOWN,
                    List.of(
                            "DELETE FROM applied WHERE id = '" + id + "'",
                            "ALTER TABLE " + id + " DROP COLUMN b",
                            "DROP TABLE " + id)));
        }
        return tasks;
    }

    /** Address, user, password, round, and whether it is ready early: before it connects, or when it works. */
    public static void main(String[] arguments) {
        DatabaseAddress address = new DatabaseAddress(
                arguments[0],
                arguments[1].isEmpty() ? null : arguments[1],
                arguments[2].isEmpty() ? null : arguments[2]);
        List<Task> tasks = KillTest.tasks(address.engine(), arguments[3]);
        Progress progress = new Progress() {
            @Override
            public void statement(Task task, int number, int of, long rows, Duration took) {
                System.out.println(task.id() + ' ' + number);
            }

            @Override
            public void batch(Task task, BatchState state) {
                System.out.println(task.id() + " rows " + state.rows());
            }
        };
        Outcome outcome = Runner.on(
                        address, OPTIONS, "process " + ProcessHandle.current().pid())
                .run(tasks, progress);
        System.out.println(outcome.successful() ? "done" : String.valueOf(outcome.failure()));
        System.exit(outcome.successful() ? 0 : 1);
    }
}
