package io.axiom.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {

    private static List<String> split(Dialect dialect, String sql) {
        return StatementSplitter.of(dialect).split(sql).stream()
                .map(SqlStatement::text)
                .toList();
    }

    @Test
    void dollarQuotedBodiesAreOneString() {
        assertThat(split(
                        Dialect.POSTGRESQL,
                        "create function f() returns int as $b$ select ';'; $$;$$ $b$ language sql; select 1"))
                .containsExactly(
                        "create function f() returns int as $b$ select ';'; $$;$$ $b$ language sql;", "select 1");
    }

    @Test
    void commentsNestInPostgresOnly() {
        String sql = "select 1 /* a /* b; */ c; */; select 2";

        assertThat(split(Dialect.POSTGRESQL, sql)).hasSize(2);
        assertThat(split(Dialect.SQLITE, sql)).containsExactly("select 1 /* a /* b; */ c;", "*/;", "select 2");
    }

    @Test
    void escapeStringsEndWhereTheyEnd() {
        assertThat(split(Dialect.POSTGRESQL, "select E'a\\';b', '\\'; select U&'\\0041;'; select N'x;'"))
                .containsExactly("select E'a\\';b', '\\';", "select U&'\\0041;';", "select N'x;'");
    }

    @Test
    void atomicBodiesHoldTheirSemicolons() {
        String function =
                "create or replace function f(a int) returns int begin atomic select case when a > 0 then 1 else 2 end; select 2; end;";

        assertThat(split(Dialect.POSTGRESQL, function + " begin; select 1; end; commit;"))
                .containsExactly(function, "begin;", "select 1;", "end;", "commit;");
    }

    @Test
    void rulesHoldTheirSemicolonsInParentheses() {
        assertThat(split(Dialect.POSTGRESQL, "create rule r as on insert to t do also (select 1; select 2); select 3"))
                .hasSize(2);
    }

    @Test
    void copyTakesItsDataAlong() {
        List<SqlStatement> statements = StatementSplitter.of(Dialect.POSTGRESQL)
                .split("COPY t (a, b) FROM stdin WITH (FORMAT text);\n1\tit's;\n2\t$$\n\\.\n\nSELECT 1;");

        assertThat(statements)
                .extracting(SqlStatement::text)
                .containsExactly("COPY t (a, b) FROM stdin WITH (FORMAT text);", "SELECT 1;");
        assertThat(statements.getFirst().copyData()).isEqualTo("1\tit's;\n2\t$$\n");
        assertThat(statements.getLast().start().line()).isEqualTo(6);
    }

    @Test
    void clientCommandsAreRefusedWithTheirLine() {
        assertThatThrownBy(() -> split(Dialect.POSTGRESQL, "select 1;\n\\connect other\n"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("2:1: a command of the psql client");
    }

    @Test
    void delimiterCommandHoldsUntilTheNext() {
        assertThat(split(
                        Dialect.MYSQL,
                        "DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$\nDELIMITER ;\nCALL p();"))
                .containsExactly("CREATE PROCEDURE p() BEGIN SELECT 1; END", "CALL p();");
    }

    @Test
    void versionedCommentsAreStatements() {
        assertThat(split(Dialect.MYSQL, """
                        /*!40101 SET NAMES utf8 */;
                        # a comment; only
                        DELIMITER ;;
                        /*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN
                        SET NEW.a = '*/'; END */;;
                        DELIMITER ;
                        select 1--1, 2 -- 3;
                        """)).hasSize(3);
    }

    @Test
    void handlersMayHaveBodies() {
        String procedure = """
                create definer = 'a'@'%' procedure p(out x int)
                begin
                  declare exit handler for sqlexception, 1062 begin rollback; end;
                  l: begin if x then select 1; elseif y then begin select 2; end; end if; end l;
                  case x when 1 then select 3; else begin end; end case;
                  set x = case when a then 1 end;
                end;""";

        assertThat(split(Dialect.MYSQL, procedure + "\nselect 1;")).containsExactly(procedure, "select 1;");
    }

    @Test
    void anonymousBlocksOfMariaDbAreOneStatement() {
        assertThat(split(Dialect.MARIADB, "begin not atomic select 1; end; begin; select 2; commit;"))
                .containsExactly("begin not atomic select 1; end;", "begin;", "select 2;", "commit;");
    }

    @Test
    void sqliteTriggersHoldTheirSemicolons() {
        String trigger =
                "CREATE TEMP TRIGGER [a;b] AFTER UPDATE OF x ON t WHEN new.x > 1 BEGIN UPDATE t SET x = CASE WHEN 1 THEN 2 END; DELETE FROM u; END;";

        assertThat(split(Dialect.SQLITE, trigger + "BEGIN; END;")).containsExactly(trigger, "BEGIN;", "END;");
    }

    @Test
    void placesAreCountedInCharactersAndLines() {
        List<SqlStatement> statements =
                StatementSplitter.of(Dialect.POSTGRESQL).split("\uFEFF-- intro\r\nselect '😀'; select 2;\r  select 3");

        assertThat(statements)
                .extracting(statement ->
                        statement.start().line() + ":" + statement.start().column())
                .containsExactly("2:1", "2:13", "3:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select (1;", "create trigger t after insert on x begin select 1;", "select 1 /* never"})
    void whatHasNoEndIsRefused(String sql) {
        assertThatThrownBy(() -> split(Dialect.SQLITE, sql))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("migration.sql.unreadable")
                .hasMessageContaining("unclosed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "/*",
                "$a$ ",
                "$a",
                "'",
                "\"",
                "--\n",
                ";",
                "begin ",
                "create function ",
                "1e",
                "a.",
                "[",
                "\\",
                "/*! ",
                "end;"
            })
    @Timeout(120)
    void hostileTextIsAnsweredInLinearTime(String part) {
        String text = "create function f() begin atomic " + part.repeat(2_000_000 / part.length());

        for (Dialect dialect : Dialect.values()) {
            answers(dialect, text);
        }
    }

    private static void answers(Dialect dialect, String text) {
        try {
            assertThat(split(dialect, text)).isNotNull();
        } catch (RejectedException refused) {
            assertThat(refused.rejection().next()).isNotBlank();
        }
    }
}
