package io.axiom.migration.inverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.Databases;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Scratch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteWayBackTest {
    private static final Snapshot SHOP = Scratch.schema(Databases.sqlite(), """
            CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE, age INT CHECK (age > 17),
              doc TEXT DEFAULT 'd', touched TEXT DEFAULT CURRENT_TIMESTAMP);
            CREATE TABLE posts (id INTEGER PRIMARY KEY, author INT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
              title TEXT NOT NULL, body BLOB);
            CREATE TABLE log (what TEXT, n NUMERIC);
            CREATE INDEX posts_author ON posts (author);
            CREATE VIEW titles AS SELECT p.title, u.email FROM posts p JOIN users u ON u.id = p.author;
            CREATE TRIGGER users_touch AFTER UPDATE OF email ON users
              BEGIN UPDATE users SET touched = 'now' WHERE id = NEW.id; END;
            """);

    private static WayBack write(boolean keep, String... statements) {
        try (WayBackWriter writer = WayBackWriter.on(Databases.sqlite(), SHOP)) {
            return writer.write(List.of(statements), keep, "m");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LOSES_LATER_DATA | CREATE TABLE tags (id INTEGER PRIMARY KEY); ALTER TABLE posts ADD COLUMN tag INT REFERENCES tags
                    LOSSLESS         | ALTER TABLE posts DROP COLUMN body
                    LOSES_LATER_DATA | DROP VIEW titles; ALTER TABLE posts DROP COLUMN title
                    LOSSLESS         | DROP VIEW titles; DROP TABLE posts
                    LOSSLESS         | DROP VIEW titles; DROP TABLE posts; DROP TABLE users
                    LOSSLESS         | ALTER TABLE users RENAME COLUMN email TO mail
                    LOSES_LATER_DATA | ALTER TABLE users RENAME TO people; ALTER TABLE people ADD COLUMN x INT
                    LOSSLESS         | UPDATE users SET email = upper(email) WHERE id < 3
                    LOSSLESS         | DELETE FROM users WHERE id = 1
                    LOSES_LATER_DATA | INSERT INTO users (email, age) VALUES ('new', 30)
                    LOSSLESS         | UPDATE log SET n = 0
                    LOSSLESS         | CREATE INDEX by_title ON posts (title)
                    LOSSLESS         | DROP TRIGGER users_touch
                    """)
    void withKeepingTheWayBackIsProven(WayBackGrade grade, String script) {
        WayBack wayBack = write(true, script.split("; "));

        assertThat(wayBack.proof().failures()).isEmpty();
        assertThat(wayBack.proof().remarks()).isEmpty();
        assertThat(wayBack.proof().rows()).isEqualTo(9);
        assertThat(wayBack.grade()).isEqualTo(grade);
    }

    @Test
    void aTableRebuiltByHandComesBack() {
        WayBack wayBack = write(
                true,
                "CREATE TABLE n (id INTEGER PRIMARY KEY, author INT, title TEXT)",
                "INSERT INTO n SELECT id, author, title FROM posts",
                "DROP VIEW titles",
                "DROP TABLE posts",
                "ALTER TABLE n RENAME TO posts");

        assertThat(wayBack.proof().failures()).isEmpty();
    }

    @Test
    void withoutKeepingADroppedTableHasNoProvenWayBack() {
        WayBack wayBack = write(false, "DROP TABLE log");

        assertThat(wayBack.grade()).isEqualTo(WayBackGrade.IRREVERSIBLE);
        assertThat(wayBack.sentence())
                .startsWith("There is no proven way back: rows of log are not the same: 3 of 3 are gone");
    }
}
