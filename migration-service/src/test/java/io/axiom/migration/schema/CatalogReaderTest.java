package io.axiom.migration.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.migration.Databases;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.diff.Scratch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogReaderTest {
    private static final List<String> POSTGRES = List.of(
            "CREATE TABLE a (id int PRIMARY KEY, name text NOT NULL, n numeric(10, 2) DEFAULT 1.5)",
            "CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a_id int REFERENCES a)",
            "INSERT INTO a VALUES (1, 'one'), (2, 'two')",
            "CREATE VIEW v AS SELECT a.id, a.name, b.id AS b_id FROM a JOIN b ON b.a_id = a.id",
            "ALTER TABLE a ADD COLUMN email text",
            "ALTER TABLE a ADD COLUMN mood text DEFAULT 'fine' NOT NULL",
            "CREATE INDEX a_email ON a (lower(email)) WHERE email IS NOT NULL",
            "CREATE UNIQUE INDEX a_unique ON a (name)",
            "ALTER TABLE a ADD CONSTRAINT a_name UNIQUE USING INDEX a_unique",
            "ALTER TABLE a ADD CONSTRAINT positive CHECK (n > 0) NOT VALID",
            "ALTER TABLE a VALIDATE CONSTRAINT positive",
            "ALTER TABLE a RENAME CONSTRAINT positive TO above_zero",
            "ALTER TABLE a ALTER COLUMN n SET DEFAULT 2",
            "ALTER TABLE a ALTER COLUMN n DROP DEFAULT",
            "ALTER TABLE a ALTER COLUMN n SET NOT NULL",
            "ALTER TABLE a ALTER COLUMN email TYPE varchar(80)",
            "ALTER TABLE a RENAME COLUMN name TO title",
            "ALTER TABLE a RENAME TO accounts",
            "ALTER TABLE accounts RENAME TO a",
            "ALTER TABLE a DROP COLUMN mood",
            "COMMENT ON TABLE a IS 'people'",
            "COMMENT ON COLUMN a.email IS 'where to write'",
            "COMMENT ON INDEX a_email IS 'found by it'",
            "COMMENT ON SCHEMA public IS 'ours'",
            "COMMENT ON TABLE a IS NULL",
            "CREATE OR REPLACE VIEW v AS SELECT a.id, a.title AS name, b.id AS b_id, a.n FROM a JOIN b ON b.a_id = a.id",
            "CREATE MATERIALIZED VIEW m AS SELECT id FROM a",
            "CREATE INDEX m_id ON m (id)",
            "CREATE TYPE mood AS ENUM ('sad', 'ok')",
            "ALTER TYPE mood ADD VALUE 'glad'",
            "ALTER TABLE b ADD COLUMN how mood DEFAULT 'ok'",
            "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')",
            "ALTER DOMAIN email ADD CONSTRAINT short CHECK (length(VALUE) < 90)",
            "CREATE TYPE pair AS (x int, y int)",
            "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
            "CREATE TRIGGER touched BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch()",
            "ALTER TABLE a DISABLE TRIGGER touched",
            "CREATE RULE quiet AS ON DELETE TO b DO INSTEAD NOTHING",
            "CREATE SEQUENCE s START 5",
            "ALTER SEQUENCE s INCREMENT 3",
            "ALTER SEQUENCE s OWNED BY b.a_id",
            "CREATE TABLE p (id int, at date NOT NULL) PARTITION BY RANGE (at)",
            "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
            "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')",
            "CREATE INDEX p_at ON p (at)",
            "ALTER TABLE p DETACH PARTITION p2",
            "CREATE TABLE heir (more int) INHERITS (a)",
            "ALTER TABLE heir NO INHERIT a",
            "CREATE SCHEMA other",
            "CREATE TABLE other.a (id int, twice int GENERATED ALWAYS AS (id * 2) STORED)",
            "ALTER TABLE b SET SCHEMA other",
            "ALTER TABLE other.b SET SCHEMA public",
            "ALTER TABLE a ENABLE ROW LEVEL SECURITY",
            "CREATE POLICY own ON a USING (id > 0)",
            "CREATE STATISTICS st ON id, n FROM a",
            "ALTER TABLE a SET (fillfactor = 70)",
            "ALTER TABLE a ALTER COLUMN email SET STORAGE EXTERNAL",
            "SET quote_all_identifiers = on",
            "CREATE TABLE quoted (id int DEFAULT 3)",
            "RESET quote_all_identifiers",
            "BEGIN",
            "CREATE TABLE passing (id int)",
            "ROLLBACK",
            "CREATE TABLE lasting (id int)",
            "BEGIN; CREATE TABLE brief (id int); DROP TABLE brief; COMMIT",
            "DISCARD ALL",
            "CREATE SCHEMA IF NOT EXISTS axiom_kept",
            "CREATE TABLE axiom_kept.k AS SELECT * FROM a",
            "CREATE TEMPORARY TABLE fleeting (id int)",
            "DROP INDEX a_email",
            "DROP MATERIALIZED VIEW m",
            "DROP VIEW v",
            "DROP TABLE b CASCADE",
            "DROP TABLE heir",
            "DROP TYPE mood CASCADE",
            "DROP FUNCTION touch CASCADE");

    private static final List<String> SQLITE = List.of(
            "CREATE TABLE a (id integer PRIMARY KEY, name text NOT NULL)",
            "INSERT INTO a VALUES (1, 'one')",
            "ALTER TABLE a ADD COLUMN email text",
            "CREATE INDEX a_email ON a (email)",
            "CREATE TABLE b (id integer PRIMARY KEY AUTOINCREMENT, a_id integer REFERENCES a (id))",
            "CREATE VIEW v AS SELECT a.id, b.id AS b_id FROM a JOIN b ON b.a_id = a.id",
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END",
            "ALTER TABLE a RENAME COLUMN name TO title",
            "BEGIN; CREATE TABLE passing (id int)",
            "ROLLBACK",
            "CREATE TABLE lasting (id int)",
            "ALTER TABLE a RENAME TO c",
            "DROP VIEW v",
            "DROP TABLE b");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatIsReadAgainIsWhatIsReadAnewAfterAnyStatementOfPostgres(int seed) {
        same(Databases.postgres(), POSTGRES, seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatIsReadAgainIsWhatIsReadAnewAfterAnyStatementOfSqlite(int seed) {
        same(Databases.sqlite(), SQLITE, seed);
    }

    /** In their order for 0, else in another, where those that do not go there do nothing. */
    private static void same(DatabaseAddress server, List<String> statements, int seed) {
        List<String> order = new ArrayList<>(statements);
        if (seed > 0) {
            Collections.shuffle(order, new Random(seed));
        }
        try (Scratch scratch = Scratch.on(server)) {
            SqlSession session = scratch.session();
            Snapshot before = scratch.snapshot();
            for (String statement : order) {
                BooleanSupplier unchanged = scratch.watch();
                try {
                    session.execute(statement);
                } catch (SqlFailure e) {
                    assertThat(seed).as("%s: %s", statement, e.getMessage()).isPositive();
                    quietly(session, "ROLLBACK");
                }
                boolean same = unchanged.getAsBoolean();
                Capture again = scratch.capture();
                Capture anew = Catalog.capture(session, Scope.ALL);

                assertThat(again.snapshot()).as(statement).isEqualTo(anew.snapshot());
                assertThat(!same || anew.snapshot().equals(before))
                        .as(statement)
                        .isTrue();
                before = anew.snapshot();
                assertThat(again.identities()).as(statement).isEqualTo(anew.identities());
            }
        }
    }

    private static void quietly(SqlSession session, String statement) {
        try {
            session.execute(statement);
        } catch (SqlFailure e) {
            // There was no transaction.
        }
    }

    @Test
    void aSchemaThatIsTheSameAgainIsTheSameObject() {
        for (DatabaseAddress server : List.of(Databases.postgres(), Databases.sqlite())) {
            try (Scratch scratch = Scratch.on(server)) {
                scratch.apply("CREATE TABLE a (id integer PRIMARY KEY)");
                Capture before = scratch.capture();
                scratch.apply("INSERT INTO a VALUES (1)");
                assertThat(scratch.capture()).isSameAs(before);
                BooleanSupplier unchanged = scratch.watch();
                scratch.apply("CREATE TABLE b (id integer)");
                assertThat(unchanged.getAsBoolean()).isFalse();
                scratch.apply("DROP TABLE b");
                assertThat(unchanged.getAsBoolean()).isTrue();
                assertThat(scratch.capture().snapshot()).isEqualTo(before.snapshot());
            }
        }
    }
}
