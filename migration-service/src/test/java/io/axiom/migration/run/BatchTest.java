package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.source.Batches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchTest {
    private static final String UPDATE = "UPDATE items SET n = n + 1 /* :from */ WHERE id BETWEEN :from AND :to";

    private static DatabaseAddress items(Engine engine, String type, String value) {
        DatabaseAddress address = Fresh.database(engine);
        Fresh.execute(
                address,
                "CREATE TABLE items (id " + type + " PRIMARY KEY, n int)",
                "INSERT INTO items WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 250) SELECT "
                        + value + ", 0 FROM c");
        return address;
    }

    private static Task update(String statement) {
        return Task.of("b", "1", "sum", Direction.UP, List.of(statement)).with(Batches.of("items", "id", 100));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyRowIsReachedOnceAndTheProgressIsTold(Engine engine) {
        DatabaseAddress address = items(engine, "int", "i * 7");
        List<BatchState> states = new ArrayList<>();

        Outcome outcome = Runner.on(address, RunOptions.DEFAULT, "test").run(List.of(update(UPDATE)), new Progress() {
            @Override
            public void batch(Task task, BatchState state) {
                states.add(state);
            }
        });

        assertThat(outcome.failure()).isNull();
        assertThat(states).extracting(BatchState::rows).containsExactly(100L, 200L, 250L);
        assertThat(states).extracting(BatchState::percent).containsExactly(40.0, 80.0, 100.0);
        assertThat(states.getLast().changed()).isEqualTo(250);
        assertThat(Fresh.value(address, "SELECT sum(n) FROM items")).isEqualTo("250");
        assertThat(Fresh.value(address, "SELECT max(n) FROM items")).isEqualTo("1");
        assertThat(Fresh.history(address).getFirst().type()).isEqualTo("data");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keysMayBeTexts(Engine engine) {
        String text = engine == Engine.POSTGRESQL
                ? "md5(i::text)::uuid"
                : engine == Engine.MARIADB ? "CONCAT('it''s ', i)" : "'it''s ' || i";
        DatabaseAddress address = items(engine, engine == Engine.POSTGRESQL ? "uuid" : "varchar(50)", text);

        Outcome outcome = Runner.on(address, RunOptions.DEFAULT, "test").run(List.of(update(UPDATE)), Progress.NONE);

        assertThat(outcome.failure()).isNull();
        assertThat(Fresh.value(address, "SELECT sum(n) FROM items")).isEqualTo("250");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRangeThatFailsLeavesThoseBeforeAndTheRunGoesOnThere(Engine engine) {
        DatabaseAddress address = items(engine, "int", "i");
        String strict = engine == Engine.SQLITE
                ? "CREATE TRIGGER no BEFORE UPDATE ON items WHEN OLD.id = 150 BEGIN SELECT RAISE(ABORT, 'no'); END"
                : engine == Engine.MARIADB
                        ? "CREATE TRIGGER no BEFORE UPDATE ON items FOR EACH ROW SET NEW.n = IF(OLD.id = 150, (SELECT 1 UNION SELECT 2), NEW.n)"
                        : "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id = 150 THEN RAISE 'no'; END IF;"
                                + " RETURN NEW; END $$; CREATE TRIGGER no BEFORE UPDATE ON items FOR EACH ROW EXECUTE FUNCTION no()";
        Fresh.execute(address, strict);
        Runner runner = Runner.on(address, RunOptions.DEFAULT.withAttempts(2), "test");

        Failure failure = runner.run(List.of(update(UPDATE)), Progress.NONE).failure();

        assertThat(String.valueOf(failure)).contains("what it did to the first 100 rows", "The history says failed");
        assertThat(Fresh.value(address, "SELECT sum(n) FROM items")).isEqualTo("100");
        assertThat(Fresh.unfinished(address).getFirst().rows()).isEqualTo(100);
        Fresh.execute(address, engine == Engine.POSTGRESQL ? "DROP TRIGGER no ON items" : "DROP TRIGGER no");
        Task other = update(UPDATE).with(Batches.of("items", "n", 100));
        assertThat(String.valueOf(runner.run(List.of(other), Progress.NONE).failure()))
                .contains("migration.run.changed-in-between");
        assertThat(runner.run(List.of(update(UPDATE)), Progress.NONE).failure()).isNull();
        assertThat(Fresh.value(address, "SELECT sum(n) FROM items")).isEqualTo("250");
        assertThat(Fresh.value(address, "SELECT max(n) FROM items")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anEmptyTableIsDoneAtOnce(Engine engine) {
        DatabaseAddress address = items(engine, "int", "i");
        Fresh.execute(address, "DELETE FROM items");

        assertThat(Runner.on(address, RunOptions.DEFAULT, "test")
                        .run(List.of(update(UPDATE)), Progress.NONE)
                        .failure())
                .isNull();
    }

    @Test
    void statementsWithOnePlaceOnlyAreRefused() {
        DatabaseAddress address = items(Engine.SQLITE, "int", "i");

        Failure failure = Runner.on(address, RunOptions.DEFAULT, "test")
                .run(List.of(update("UPDATE items SET n = 1 WHERE id > :from")), Progress.NONE)
                .failure();

        assertThat(String.valueOf(failure)).contains("migration.run.range-open", "BETWEEN :from AND :to");
        assertThat(Fresh.history(address)).isEmpty();
    }
}
