package io.axiom.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.RejectedException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SplittingProperties {
    @Provide
    Arbitrary<List<String>> statements() {
        return Arbitraries.of(
                        "select ';';",
                        "insert into t values (1, ';--');",
                        "create table \"a;b\" (c int /* ; */);",
                        "select 1 -- ;\n + 2;",
                        "begin;",
                        "commit;",
                        "update t set a = 'it''s';")
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "'",
                        "\"",
                        "`",
                        "$$",
                        "$t$",
                        "/*",
                        "*/",
                        "--",
                        "#",
                        "\n",
                        ";",
                        "(",
                        ")",
                        "begin",
                        "end",
                        "case",
                        "create function",
                        "delimiter",
                        " ",
                        "x",
                        "1",
                        "E'",
                        "\\",
                        "[",
                        "]",
                        "/*!1",
                        "copy x from stdin",
                        "\\.")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 200)
    void joinedStatementsComeApartAgain(@ForAll("statements") List<String> statements, @ForAll Dialect dialect) {
        assertThat(StatementSplitter.of(dialect).split(String.join("\n", statements)))
                .extracting(SqlStatement::text)
                .isEqualTo(statements);
    }

    @Property(tries = 2_000)
    void anyTextIsSplitOrRefusedAndPlacesAreTrue(@ForAll("soup") String text, @ForAll Dialect dialect) {
        try {
            for (SqlStatement statement : StatementSplitter.of(dialect).split(text)) {
                assertThat(text.substring(statement.start().offset(), statement.end()))
                        .isEqualTo(statement.text());
                assertThat(statement.text()).isNotBlank();
            }
        } catch (RejectedException refused) {
            assertThat(refused.rejection().code()).isEqualTo("migration.sql.unreadable");
        }
    }
}
