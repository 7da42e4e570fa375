package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations that switch SQLite's foreign keys off, as a table that is made anew needs it. */
class ForeignKeysTest {
    private final DatabaseAddress address = Fresh.database(Engine.SQLITE);

    private static Task rebuild(String filter) {
        return Task.of(
                "rebuild",
                "1",
                "sum",
                Direction.UP,
                List.of(
                        "PRAGMA foreign_keys = OFF",
                        "CREATE TABLE other (id integer PRIMARY KEY, name text NOT NULL)",
                        "INSERT INTO other SELECT * FROM customers" + filter,
                        "DROP TABLE customers",
                        "ALTER TABLE other RENAME TO customers",
                        "PRAGMA foreign_keys = ON"));
    }

    private void tables() {
        Fresh.execute(
                address,
                "CREATE TABLE customers (id integer PRIMARY KEY, name text)",
                "INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bob')",
                "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer REFERENCES customers)",
                "INSERT INTO orders VALUES (7, 1), (8, 2)");
    }

    private Outcome run(Task task) {
        return Runner.on(address, RunOptions.DEFAULT, "test").run(List.of(task), Progress.NONE);
    }

    @Test
    void aRowThatIsLeftWithoutItsParentFailsTheMigrationBeforeTheCommit() {
        tables();

        Failure failure = run(rebuild(" WHERE id = 1")).failure();

        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo("migration.run.foreign-keys-broken");
        assertThat(failure.detail()).contains("row 8 of orders (customer_id = 2) refers to no row of customers");
        assertThat(failure.state()).startsWith("Nothing of migration rebuild is in the database");
        assertThat(Fresh.value(address, "SELECT count(*) FROM customers")).isEqualTo("2");
        assertThat(Fresh.history(address)).isEmpty();
        assertThat(run(rebuild("")).failure()).isNull();
    }

    @Test
    void whatWasBrokenBeforeIsNotTheMigrationsDoing() {
        tables();
        Fresh.execute(address, "INSERT INTO orders VALUES (9, 3)");

        assertThat(run(rebuild("")).failure()).isNull();
    }

    @Test
    void aDryRunTellsItToo() {
        tables();

        Failure failure = Runner.on(address, RunOptions.DEFAULT, "test")
                .dryRun(List.of(rebuild(" WHERE id = 2")), Progress.NONE)
                .failure();

        assertThat(String.valueOf(failure))
                .contains("migration.run.foreign-keys-broken", "row 7 of orders", "this was a dry run");
    }

    @Test
    void inStepsItStopsBeforeTheLastAndGoesOnWhenTheRowsAreMended() {
        tables();
        Task steps = rebuild(" WHERE id = 1").inSteps();

        Failure failure = run(steps).failure();

        assertThat(String.valueOf(failure)).contains("row 8 of orders", "Statements 1 to 5 of 6 are in the database");
        List<String> mended = new ArrayList<>(steps.statements());
        mended.add("DELETE FROM orders WHERE id = 8");
        assertThat(run(Task.of("rebuild", "1", "mended", Direction.UP, mended).inSteps())
                        .failure())
                .isNull();
        assertThat(Fresh.history(address).getFirst().status()).isEqualTo(Status.APPLIED);
    }
}
