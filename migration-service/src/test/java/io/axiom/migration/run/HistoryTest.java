package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTest {
    private static final Task A = Task.of("a", "1", "sum-a", Direction.UP, List.of("CREATE TABLE a (id int)"));
    private static final Task B = Task.of("b", "2", "sum-b", Direction.UP, List.of("CREATE TABLE b (id int)"));

    private static Outcome run(DatabaseAddress address, Task... tasks) {
        return Runner.on(address, RunOptions.DEFAULT, "test").run(List.of(tasks), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasThereBeforeIsBaselinedAndCanBeTakenBack(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Fresh.execute(address, "CREATE TABLE a (id int)");
        try (SqlSession session = address.open(0)) {
            History history = History.of(session);
            assertThat(history.entries()).isEmpty();
            assertThat(history.edits()).isEmpty();
            history.baseline(List.of(A));
            assertThat(history.entries().getFirst().status()).isEqualTo(Status.BASELINE);
            assertThat(history.entries().getFirst().executionTime()).isNull();
        }
        assertThat(run(address, A, B).failure()).isNull();
        Task back = Task.of("a", "1", "sum-a", Direction.DOWN, List.of("DROP TABLE a"));
        assertThat(run(address, back).failure()).isNull();
        assertThat(Fresh.history(address).getLast().status()).isEqualTo(Status.ROLLED_BACK);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aChangedMigrationIsRefusedUntilItsChecksumIsRepaired(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        assertThat(run(address, A).failure()).isNull();
        Task changed = Task.of("a", "1", "other", Direction.UP, A.statements());

        assertThat(String.valueOf(run(address, changed, B).failure()))
                .contains("migration.run.checksum-changed", "sum-a", "other", "Nothing was run.");

        try (SqlSession session = address.open(0)) {
            History.of(session).repair("a", "other");
            assertThatThrownBy(() -> History.of(session).repair("x", "other")).hasMessageContaining("not-in-history");
        }
        assertThat(run(address, changed, B).failure()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void editsByHandAreRefusedUntilTheyAreUndoneOrConfirmed(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        assertThat(run(address, A).failure()).isNull();
        Fresh.execute(address, "DELETE FROM schema_migrations WHERE id = 'a'");
        assertThat(String.valueOf(run(address, A, B).failure()))
                .contains("migration.run.history-edited", "The row of a, which was applied, was deleted by hand.");
        try (SqlSession session = address.open(0)) {
            History.of(session).restore("a");
        }
        assertThat(run(address, A, B).failure()).isNull();

        Fresh.execute(
                address,
                "UPDATE schema_migrations SET checksum = 'x' WHERE id = 'a'",
                "UPDATE schema_migrations SET status = 'rolled_back' WHERE id = 'b'");
        assertThat(String.valueOf(run(address, B).failure()))
                .contains("The checksum of a was changed by hand from sum-a to x")
                .contains("The status of b was changed by hand from applied to rolled_back.");
        try (SqlSession session = address.open(0)) {
            History.of(session).restore("a");
            History.of(session).accept("b");
            assertThat(History.of(session).edits()).isEmpty();
        }
        Fresh.execute(address, "DROP TABLE b");
        assertThat(run(address, A, B).failure()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTableOfAnotherToolIsNotTouched(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Fresh.execute(address, "CREATE TABLE schema_migrations (version int, dirty int)");

        assertThat(String.valueOf(run(address, A).failure())).contains("migration.run.history-foreign", "rename it");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void fiveThousandEntriesAreReadInOneGo(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        assertThat(run(address, A).failure()).isNull();
        String date = engine == Engine.SQLITE ? "datetime('now')" : "CURRENT_TIMESTAMP";
        Fresh.execute(
                address,
                "INSERT INTO schema_migrations WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < "
                        + (engine == Engine.MARIADB ? 900 : 5_000) + ") SELECT "
                        + (engine == Engine.MARIADB ? "CAST(i AS char)" : "CAST(i AS text)")
                        + ", '1', 'n', NULL, 'schema', 's', " + date + ", 1, 'applied' FROM c");
        try (SqlSession session = address.open(0)) {
            History history = History.of(session);
            for (int i = 0; i < 5; i++) {
                history.entries();
            }
            long start = System.nanoTime();
            List<HistoryEntry> entries = history.entries();
            System.out.println(
                    engine + ": " + entries.size() + " entries in " + (System.nanoTime() - start) / 1_000_000 + " ms");
            assertThat(entries).hasSizeGreaterThan(900);
        }
    }
}
