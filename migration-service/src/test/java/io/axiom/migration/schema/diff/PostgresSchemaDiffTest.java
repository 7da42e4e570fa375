package io.axiom.migration.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.migration.Databases;
import io.axiom.migration.schema.Snapshot;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresSchemaDiffTest {
    @Test
    void everySchemaIsReachedFromEveryOther() throws IOException {
        SchemaWalk.everyPairIsReached(Databases.postgres(), "postgres");
    }

    @Test
    void differencesAreToldPreciselyAndInWords() {
        SchemaDiff diff = Scratch.between(
                Databases.postgres(),
                "CREATE TABLE users (id int PRIMARY KEY, age int, name varchar(50)); CREATE INDEX by_age ON users (age)",
                "CREATE TABLE users (id int PRIMARY KEY, age bigint NOT NULL, email text DEFAULT '-')");

        assertThat(diff.differences())
                .extracting(Difference::sentence)
                .containsExactly(
                        "column public.users.age: becomes not null",
                        "column public.users.age: not null name users_age_not_null is added",
                        "column public.users.age: type integer becomes bigint",
                        "column public.users.email is added",
                        "column public.users.name is removed",
                        "index public.users.by_age is removed");
        assertThat(diff.statements())
                .containsExactly(
                        "DROP INDEX public.by_age",
                        "ALTER TABLE public.users DROP COLUMN name",
                        "ALTER TABLE public.users ALTER COLUMN age TYPE bigint USING age::bigint",
                        "ALTER TABLE public.users ALTER COLUMN age SET NOT NULL",
                        "ALTER TABLE public.users ADD COLUMN email text DEFAULT '-'::text");
    }

    @Test
    void anotherOrderOfColumnsIsToldAndHasNoStatement() {
        SchemaDiff diff =
                Scratch.between(Databases.postgres(), "CREATE TABLE t (a int, b int)", "CREATE TABLE t (b int, a int)");

        assertThat(diff.sameButForColumnOrder()).isTrue();
        assertThat(diff.statements()).isEmpty();
        assertThat(diff.unreachable())
                .containsExactly("table public.t: the columns stand in another order, (a, b) becomes (b, a)");
    }

    @Test
    void snapshotsAreStableTextThatCanBeReadAgain() {
        String schema = "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (m mood, \"Odd Name\" int UNIQUE)";
        Snapshot one = Scratch.schema(Databases.postgres(), schema);
        Snapshot other = Scratch.schema(Databases.postgres(), schema);

        assertThat(one.json()).isEqualTo(other.json());
        assertThat(Snapshot.fromJson(one.json())).isEqualTo(one);
    }

    @Test
    void aScratchDatabaseLetsNobodyOut() {
        List<String> attacks = List.of(
                "COPY (SELECT 1) TO PROGRAM 'touch /tmp/pwned'",
                "SELECT pg_read_file('/etc/passwd')",
                "CREATE DATABASE other",
                "ALTER SYSTEM SET fsync = off",
                "RESET SESSION AUTHORIZATION; CREATE ROLE boss SUPERUSER",
                "DROP DATABASE postgres");
        try (Scratch scratch = Scratch.on(Databases.postgres())) {
            for (String attack : attacks) {
                assertThatThrownBy(() -> scratch.apply(attack))
                        .isInstanceOf(RejectedException.class)
                        .hasMessageContaining("migration.sql-refused");
            }
        }
    }

    @Test
    void aScriptThatIsNoSqlIsRefusedWithThePlaceOfTheError() {
        assertThatThrownBy(() -> Scratch.schema(Databases.postgres(), "CREATE TABEL t (id int)"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("syntax error at or near \"TABEL\" (at character 8)");
    }
}
