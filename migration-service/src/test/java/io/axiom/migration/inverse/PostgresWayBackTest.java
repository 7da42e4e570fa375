package io.axiom.migration.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.Databases;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Scratch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresWayBackTest {
    private static final String SHOP = """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TABLE users (id serial PRIMARY KEY, email varchar(50) NOT NULL UNIQUE, age int CHECK (age > 17),
              mood mood DEFAULT 'ok', doc json, touched timestamptz DEFAULT now());
            CREATE TABLE posts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              author int NOT NULL REFERENCES users ON DELETE CASCADE, title text NOT NULL, body text);
            CREATE TABLE log (what text, n numeric(10,2));
            CREATE INDEX posts_author ON posts (author);
            CREATE VIEW titles AS SELECT p.title, u.email FROM posts p JOIN users u ON u.id = p.author;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql
              AS $$ BEGIN NEW.touched := now(); RETURN NEW; END $$;
            CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
            """;

    private static Snapshot shop;

    @BeforeAll
    static void readTheShop() {
        shop = Scratch.schema(Databases.postgres(), SHOP);
    }

    private static WayBack write(boolean keep, String... statements) {
        try (WayBackWriter writer = WayBackWriter.on(Databases.postgres(), shop)) {
            return writer.write(List.of(statements), keep, "m");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LOSES_LATER_DATA | CREATE TABLE tags (id int PRIMARY KEY); ALTER TABLE posts ADD COLUMN tag int REFERENCES tags
                    LOSSLESS         | ALTER TABLE users DROP COLUMN age
                    LOSES_LATER_DATA | ALTER TABLE users DROP COLUMN email CASCADE
                    LOSSLESS         | DROP TABLE posts CASCADE
                    LOSSLESS         | DROP TABLE log
                    LOSSLESS         | ALTER TABLE users RENAME COLUMN email TO mail
                    LOSES_LATER_DATA | ALTER TABLE users RENAME TO people; ALTER TABLE people ADD COLUMN x int
                    LOSES_LATER_DATA | ALTER TYPE mood ADD VALUE 'glad'
                    LOSSLESS         | ALTER TYPE mood RENAME VALUE 'sad' TO 'gloomy'
                    LOSES_LATER_DATA | ALTER TABLE users ALTER COLUMN doc TYPE jsonb USING doc::jsonb
                    LOSES_LATER_DATA | DROP VIEW titles; ALTER TABLE posts ALTER COLUMN id TYPE int
                    LOSSLESS         | UPDATE users SET email = upper(email) WHERE id < 3
                    LOSSLESS         | DELETE FROM users WHERE id = 1
                    LOSES_LATER_DATA | INSERT INTO users (email, age) VALUES ('new', 30)
                    LOSSLESS         | UPDATE log SET n = 0
                    LOSSLESS         | TRUNCATE posts
                    LOSSLESS         | CREATE INDEX CONCURRENTLY by_title ON posts (title)
                    LOSES_LATER_DATA | ALTER TABLE users ALTER COLUMN email DROP NOT NULL
                    LOSSLESS         | DROP TRIGGER users_touch ON users; DROP FUNCTION touch()
                    LOSSLESS         | CREATE SCHEMA archive; ALTER TABLE log SET SCHEMA archive
                    """)
    void withKeepingTheWayBackIsProven(WayBackGrade grade, String script) {
        WayBack wayBack = write(true, script.split("; "));

        assertThat(wayBack.proof().failures()).isEmpty();
        assertThat(wayBack.proof().rows()).isEqualTo(9);
        assertThat(wayBack.grade()).isEqualTo(grade);
    }

    @Test
    void aBlockOfStatementsIsWatchedAsAWhole() {
        WayBack wayBack = write(true, "DO $$ BEGIN UPDATE log SET n = n + 1; DELETE FROM posts; END $$");

        assertThat(wayBack.proof().failures()).isEmpty();
        assertThat(wayBack.grade()).isEqualTo(WayBackGrade.LOSES_LATER_DATA);
    }

    @Test
    void valuesMovedToANewColumnComeBackWithTheOldOne() {
        WayBack wayBack = write(
                true,
                "ALTER TABLE users ADD COLUMN contact text",
                "UPDATE users SET contact = 'mailto:' || email",
                "ALTER TABLE users DROP COLUMN email CASCADE");

        assertThat(wayBack.proof().failures()).isEmpty();
        assertThat(wayBack.proof().remarks()).anyMatch(remark -> remark.contains("the columns stand in another order"));
    }

    @Test
    void withoutKeepingWhatIsDestroyedHasNoProvenWayBackAndItIsSaidWhatDiffers() {
        WayBack wayBack = write(false, "ALTER TABLE users DROP COLUMN age");

        assertThat(wayBack.grade()).isEqualTo(WayBackGrade.IRREVERSIBLE);
        assertThat(wayBack.statements().getFirst().reasons())
                .contains("column public.users.age is dropped and the values with it");
        assertThat(wayBack.proof().proven()).isFalse();
        assertThat(wayBack.sentence())
                .startsWith("There is no proven way back: rows of public.users are not the same: 2 of 3 are gone (18,");
    }

    @Test
    void aWayBackTheDatabaseRefusesIsNotProven() {
        WayBack wayBack = write(true, "ALTER TABLE log ALTER COLUMN n TYPE text USING 'n ' || n");

        assertThat(wayBack.proof().proven()).isFalse();
        assertThat(wayBack.sentence())
                .contains("a statement is refused on the way back: invalid input syntax for type numeric");
    }

    @Test
    void aStatementThatFailsIsRefusedAndTheNextMigrationStillGoes() {
        try (WayBackWriter writer = WayBackWriter.on(Databases.postgres(), shop)) {
            assertThatThrownBy(() -> writer.write(List.of("DROP TABLE log", "DROP TABLE nothing"), true, "bad"))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("table \"nothing\" does not exist");

            assertThat(writer.write(List.of("DROP TABLE log"), true, "good")
                            .proof()
                            .proven())
                    .isTrue();
            assertThat(writer.write(List.of("CREATE TABLE log (a int)"), true, "next")
                            .proof()
                            .proven())
                    .isTrue();
        }
    }

    @Test
    void rowsOfATableThatTheMigrationMakesGoWithItAndAreNotKept() {
        WayBack made = write(
                true,
                "CREATE TABLE tags (id int PRIMARY KEY, name text)",
                "INSERT INTO tags VALUES (1, 'one')",
                "UPDATE tags SET name = 'two'");

        assertThat(made.proof().proven()).isTrue();
        assertThat(made.grade()).isEqualTo(WayBackGrade.LOSES_LATER_DATA);
        assertThat(made.up()).hasSize(3);
        assertThat(made.down()).containsExactly("DROP TABLE public.tags");
    }

    @Test
    void rowsOfATableThatWasThereBeforeAreKeptThoughItTakesTheNameOfOneThatTheMigrationMakes() {
        WayBack swapped = write(
                true,
                "CREATE TABLE fresh (LIKE log)",
                "ALTER TABLE log RENAME TO old_log",
                "ALTER TABLE fresh RENAME TO log",
                "UPDATE old_log SET n = 0",
                "INSERT INTO log SELECT * FROM old_log");

        assertThat(swapped.proof().failures()).isEmpty();
        assertThat(swapped.statements().get(3).before()).isNotEmpty();
    }

    @Test
    void rowsAProgramChangedSinceKeepTheProgramsValues() {
        WayBack keyed = write(true, "UPDATE posts SET title = 'new', body = 'new'");
        try (Scratch scratch = Scratch.on(Databases.postgres())) {
            scratch.build(shop);
            scratch.apply("INSERT INTO users (email) VALUES ('a'); INSERT INTO posts (author, title, body)"
                    + " VALUES (1, 'old', 'old'), (1, 'older', 'older')");
            keyed.up().forEach(scratch::apply);
            scratch.apply("UPDATE posts SET title = 'edited' WHERE id = 1");
            keyed.down().forEach(scratch::apply);

            assertThat(scratch.session().query("SELECT title, body FROM posts ORDER BY id").stream()
                            .map(row -> row.text("title") + '/' + row.text("body")))
                    .containsExactly("edited/old", "older/older");
            keyed.release().forEach(scratch::apply);
            assertThat(scratch.session().query("SELECT 1 AS x FROM pg_tables WHERE schemaname = 'axiom_kept'"))
                    .isEmpty();
        }
    }

    @Test
    void manyMigrationsFollowOneAnotherOnTheSameScratchDatabases() {
        try (WayBackWriter writer = WayBackWriter.on(Databases.postgres(), shop)) {
            for (int i = 0; i < 12; i++) {
                String table = "t" + i;
                List<WayBack> ways = Arrays.asList(
                        writer.write(
                                List.of("CREATE TABLE " + table + " (id serial PRIMARY KEY, a text NOT NULL)"),
                                true,
                                "a" + i),
                        writer.write(List.of("ALTER TABLE " + table + " DROP COLUMN a"), true, "b" + i));
                assertThat(ways).allMatch(way -> way.proof().proven());
            }
        }
    }
}
