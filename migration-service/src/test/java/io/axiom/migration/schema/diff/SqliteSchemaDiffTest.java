package io.axiom.migration.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.migration.Databases;
import io.axiom.migration.schema.Snapshot;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteSchemaDiffTest {
    @Test
    void everySchemaIsReachedFromEveryOther() throws IOException {
        SchemaWalk.everyPairIsReached(Databases.sqlite(), "sqlite");
    }

    @Test
    void aConstraintIsTheSameInTheColumnAndBelowIt() {
        SchemaDiff diff = Scratch.between(
                Databases.sqlite(),
                "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INT REFERENCES a (id) ON DELETE SET NULL, c TEXT UNIQUE)",
                "CREATE TABLE a (id INTEGER, PRIMARY KEY (id)); CREATE TABLE b (a INT, c TEXT, UNIQUE (c),"
                        + " FOREIGN KEY (a) REFERENCES a(id) ON DELETE SET NULL)");

        assertThat(diff.differences()).isEmpty();
    }

    @Test
    void rowsLiveThroughARebuildAndColumnsComeInTheirOrder() {
        try (Scratch scratch = Scratch.on(Databases.sqlite())) {
            Snapshot goal = Scratch.schema(
                    Databases.sqlite(), "CREATE TABLE t (b TEXT NOT NULL DEFAULT 'x', a INT, PRIMARY KEY (a))");
            scratch.apply("CREATE TABLE t (a INT PRIMARY KEY, b TEXT); INSERT INTO t VALUES (1, NULL), (2, 'two')");
            SchemaDiff.between(scratch.snapshot(), goal).statements().forEach(scratch::apply);

            assertThat(SchemaDiff.between(scratch.snapshot(), goal).same()).isTrue();
            assertThat(scratch.session().query("SELECT b FROM t ORDER BY a"))
                    .extracting(row -> row.text("b"))
                    .containsExactly("x", "two");
        }
    }

    @Test
    void aScratchDatabaseReachesNoFile() {
        for (String attack :
                List.of("ATTACH DATABASE '/tmp/axiom-attack.db' AS x", "VACUUM INTO '/tmp/axiom-attack.db'")) {
            assertThatThrownBy(() -> Scratch.schema(Databases.sqlite(), attack))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("too many attached databases");
        }
    }
}
