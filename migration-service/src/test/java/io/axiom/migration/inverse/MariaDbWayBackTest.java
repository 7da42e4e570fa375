package io.axiom.migration.inverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.Databases;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Scratch;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbWayBackTest {
    private static Snapshot shop;

    @BeforeAll
    static void readTheShop() {
        shop = Scratch.schema(Databases.mariaDb(), """
                CREATE TABLE users (id int AUTO_INCREMENT PRIMARY KEY, email varchar(50) NOT NULL UNIQUE, age int CHECK (age > 17),
                  mood enum('sad', 'ok') DEFAULT 'ok', price decimal(8,2), touched varchar(20));
                CREATE TABLE posts (id bigint AUTO_INCREMENT PRIMARY KEY, author int NOT NULL, title varchar(100) NOT NULL, body text,
                  CONSTRAINT writer FOREIGN KEY (author) REFERENCES users (id) ON DELETE CASCADE);
                CREATE VIEW titles AS SELECT p.title, u.email FROM posts p JOIN users u ON u.id = p.author;
                CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW SET NEW.touched = 'now';
                """);
    }

    private static WayBack write(boolean keep, String... statements) {
        try (WayBackWriter writer = WayBackWriter.on(Databases.mariaDb(), shop)) {
            return writer.write(List.of(statements), keep, "m");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LOSES_LATER_DATA | CREATE TABLE tags (id int PRIMARY KEY); ALTER TABLE posts ADD COLUMN tag int AFTER id
                    LOSSLESS         | ALTER TABLE posts DROP COLUMN body
                    LOSES_LATER_DATA | DROP VIEW titles; ALTER TABLE users DROP COLUMN email
                    LOSSLESS         | DROP VIEW titles; DROP TABLE posts
                    LOSSLESS         | DROP VIEW titles; ALTER TABLE users RENAME COLUMN email TO mail
                    LOSES_LATER_DATA | DROP VIEW titles; ALTER TABLE users CHANGE email mail varchar(80) NOT NULL
                    LOSES_LATER_DATA | ALTER TABLE users MODIFY price int
                    LOSSLESS         | UPDATE users SET email = upper(email) WHERE id < 3
                    LOSSLESS         | DELETE FROM users WHERE id = 1
                    LOSES_LATER_DATA | INSERT INTO users (email, age) VALUES ('new', 30)
                    LOSSLESS         | CREATE INDEX by_title ON posts (title)
                    LOSSLESS         | DROP TRIGGER users_touch
                    """)
    void withKeepingTheWayBackIsProven(WayBackGrade grade, String script) {
        WayBack wayBack = write(true, script.split("; "));

        assertThat(wayBack.proof().failures()).isEmpty();
        assertThat(wayBack.proof().rows()).isEqualTo(6);
        assertThat(wayBack.grade()).isEqualTo(grade);
    }

    @Test
    void withoutKeepingADroppedColumnHasNoProvenWayBack() {
        WayBack wayBack = write(false, "ALTER TABLE posts DROP COLUMN body");

        assertThat(wayBack.grade()).isEqualTo(WayBackGrade.IRREVERSIBLE);
        assertThat(wayBack.proof().proven()).isFalse();
    }
}
