package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Catalog;
import io.axiom.migration.source.Batches;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DryRunTest {

    private static String schema(DatabaseAddress address) {
        try (SqlSession session = address.open(0)) {
            return Catalog.read(session).json();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void leavesNothingAndFindsWhatWouldBeRefused(Engine engine) {
        DatabaseAddress address = Fresh.database(engine);
        Fresh.execute(address, "CREATE TABLE t (id int PRIMARY KEY, n int)", "INSERT INTO t VALUES (1, 1), (2, 2)");
        String before = schema(address);
        Task good = Task.of("a", "1", "s", Direction.UP, List.of("ALTER TABLE t ADD COLUMN m int"));
        Task ranges = Task.of("b", "2", "s", Direction.UP, List.of("UPDATE t SET m = n WHERE id BETWEEN :from AND :to"))
                .with(Batches.of("t", "id", 1));
        Task bad = Task.of("c", "3", "s", Direction.UP, List.of("SELECT 1", "ALTER TABLE missing ADD COLUMN x int"));

        Outcome outcome =
                Runner.on(address, RunOptions.DEFAULT, "test").dryRun(List.of(good, ranges, bad), Progress.NONE);

        assertThat(outcome.done()).extracting(Outcome.Done::id).containsExactly("a", "b");
        assertThat(outcome.failure()).isNotNull();
        assertThat(outcome.failure().statement()).isEqualTo(2);
        assertThat(outcome.failure().state()).contains("as it was");
        assertThat(schema(address)).isEqualTo(before);
        assertThat(Fresh.history(address)).isEmpty();
    }

    @Test
    void whatCanBeInNoTransactionIsTriedOnACopy() {
        DatabaseAddress address = Fresh.database(Engine.POSTGRESQL);
        Fresh.execute(address, "CREATE TABLE t (id int PRIMARY KEY, n int)");

        Outcome outcome = Runner.on(address, RunOptions.DEFAULT, "test")
                .dryRun(
                        List.of(Task.of(
                                "i", "1", "s", Direction.UP, List.of("CREATE INDEX CONCURRENTLY by_n ON t (n)"))),
                        Progress.NONE);

        assertThat(outcome.failure()).isNull();
        assertThat(Fresh.value(address, "SELECT count(*) FROM pg_class WHERE relname = 'by_n'"))
                .isEqualTo("0");
    }
}
