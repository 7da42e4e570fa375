package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.infrastructure.EmbeddedPostgresServer;
import io.axiom.language.migration.Direction;
import io.axiom.migration.MariaDbProcess;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.source.Batches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database has no room left while it is migrated. */
class DiskFullTest {
    @TempDir
    Path folder;

    private static Task fill(String... statements) {
        return Task.of("fill", "1", "sum", Direction.UP, List.of(statements))
                .from(new Task.Origin("V1__fill.sql", List.of(1, 2, 3).subList(0, statements.length)));
    }

    private static Failure failure(DatabaseAddress address, Task task) {
        Failure failure = Runner.on(address, RunOptions.DEFAULT, "test")
                .run(List.of(task), Progress.NONE)
                .failure();
        assertThat(failure).isNotNull();
        assertThat(failure.code()).as(failure.toString()).isEqualTo("migration.run.disk-full");
        assertThat(failure.next()).contains("Make room", "run it again");
        return failure;
    }

    private static void goesThrough(DatabaseAddress address, Task task) {
        // MariaDB gives the room of a dropped table back a little later.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Runner.on(address, RunOptions.DEFAULT, "test")
                        .run(List.of(task), Progress.NONE)
                        .successful());
        assertThat(Fresh.history(address)).extracting(HistoryEntry::status).containsExactly(Status.APPLIED);
    }

    private static String rows(int count, String text) {
        return " WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < " + count + ") SELECT i, "
                + text + " FROM c";
    }

    @Test
    void sqliteRollsTheMigrationBackAndTakesItWhenThereIsRoom() {
        DatabaseAddress roomy = DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("a.db"));
        DatabaseAddress small = DatabaseAddress.of(roomy.url() + "?max_page_count=60");
        Task task = fill("CREATE TABLE big (id int, t text)", "INSERT INTO big" + rows(3_000, "hex(zeroblob(100))"));

        Failure failure = failure(small, task);

        assertThat(failure.file()).isEqualTo("V1__fill.sql");
        assertThat(failure.statement()).isEqualTo(2);
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.detail()).contains("statement 2 of 2 found no room", "full");
        assertThat(failure.state()).startsWith("Nothing of migration fill is in the database");
        assertThat(Fresh.value(roomy, "SELECT count(*) FROM sqlite_schema WHERE name = 'big'"))
                .isEqualTo("0");
        goesThrough(roomy, task);
    }

    @Test
    void mariaDbStopsAtTheStatementAndGoesOnThereWhenThereIsRoom() {
        // All tables are in one file that does not grow over its end.
        try (MariaDbProcess server = MariaDbProcess.start(
                "--innodb-file-per-table=0", "--innodb-data-file-path=ibdata1:12M:autoextend:max:28M")) {
            DatabaseAddress address = server.address();
            Fresh.execute(
                    address,
                    "CREATE TABLE ballast (id int PRIMARY KEY, t longblob)",
                    "INSERT INTO ballast VALUES (1, REPEAT('x', 8000000)), (2, REPEAT('x', 8000000))");
            Task task = fill(
                    "CREATE TABLE big (id int PRIMARY KEY, t varchar(9000) CHARACTER SET latin1)",
                    "INSERT INTO big" + rows(700, "REPEAT('x', 6000)"),
                    "ALTER TABLE big ADD COLUMN n int, ALGORITHM = COPY");

            Failure failure = failure(address, task);

            assertThat(failure.statement()).isBetween(2, 3);
            assertThat(failure.state())
                    .startsWith(failure.statement() == 2 ? "Statement 1 of 3 is in" : "Statements 1 to 2 of 3 are in")
                    .contains("The history says failed");
            Fresh.execute(address, "DROP TABLE ballast");
            goesThrough(address, task);
            assertThat(Fresh.value(address, "SELECT count(*) FROM big")).isEqualTo("700");
            assertThat(Fresh.unfinished(address)).isEmpty();
        }
    }

    @Test
    void postgresRollsTheMigrationBackAndTakesItWhenThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()),
                "a file system of a few megabytes can be mounted");
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder.resolve("data"), 0);
        try {
            Path space = Files.createDirectory(disk.resolve("space"));
            Files.setPosixFilePermissions(space, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
            DatabaseAddress address = DatabaseAddress.of(server.jdbcUrl("postgres"));
            Fresh.execute(
                    address,
                    "CREATE TABLESPACE small LOCATION '" + space + "'",
                    "CREATE TABLE ballast (t text) TABLESPACE small",
                    "CREATE TABLE counted (id int PRIMARY KEY, t text) TABLESPACE small",
                    "INSERT INTO counted SELECT i, '' FROM generate_series(1, 400) i",
                    "ALTER TABLE ballast ALTER COLUMN t SET STORAGE PLAIN",
                    "INSERT INTO ballast SELECT repeat('x', 7000) FROM generate_series(1, 200)");
            Task task = Task.of(
                            "fill",
                            "1",
                            "sum",
                            Direction.UP,
                            List.of("UPDATE counted SET t = t || repeat('y', 4000) WHERE id BETWEEN :from AND :to"))
                    .with(Batches.of("counted", "id", 50));
            Fresh.execute(address, "ALTER TABLE counted ALTER COLUMN t SET STORAGE PLAIN");

            Failure failure = failure(address, task);

            assertThat(failure.detail()).contains("No space left on device");
            long before = Fresh.unfinished(address).getFirst().rows();
            assertThat(before).isPositive();
            assertThat(failure.state()).contains("what it did to the first " + before + " rows");
            Fresh.execute(address, "DROP TABLE ballast");
            goesThrough(address, task);
            assertThat(Fresh.value(address, "SELECT count(*) FROM counted WHERE length(t) = 4000"))
                    .isEqualTo("400");
        } finally {
            server.close();
            done("umount", "-l", disk.toString());
        }
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
