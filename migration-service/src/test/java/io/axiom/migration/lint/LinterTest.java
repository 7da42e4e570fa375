package io.axiom.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.migration.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {

    private static List<Finding> lint(Dialect dialect, String sql) {
        return Linter.lint(dialect, sql, LintOptions.defaults());
    }

    private static List<String> rules(Dialect dialect, String sql, LintOptions options) {
        return Linter.lint(dialect, sql, options).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    /** Samples that are not among the public ones. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ban-drop-not-null | alter table a.t alter column c drop not null",
                "ban-truncate-cascade | truncate table only a, b restart identity cascade",
                "renaming-table | alter table if exists t rename to u",
                "require-enum-value-ordering | alter type mood add value if not exists 'so-so'",
                "require-concurrent-index-creation | create unique index on only t using btree (lower(a) desc nulls last) where b",
                "require-concurrent-partition-detach | alter table t detach partition p",
                "ban-alter-domain-with-add-constraint | alter domain d add constraint positive check (value > 0)",
                "ban-create-domain-with-constraint | create domain d as text collate \"C\" not null",
                "adding-serial-primary-key-field | alter table t add column id bigserial primary key",
                "table-rewrite | alter table t add column id bigint generated always as identity",
                "adding-field-with-default | alter table t add c uuid default gen_random_uuid()",
                "adding-field-with-default | alter table t add c numeric(10,2) generated always as (a * 2) stored",
                "adding-not-nullable-field | alter table t add constraint n not null c",
                "constraint-missing-not-valid | alter table t add column c int check (c > 0)",
                "not-in-transaction | begin; vacuum t; commit",
                "not-in-transaction | begin; drop index concurrently if exists i; commit",
                "drop-used-by-view | create view v as select a from t; drop table t",
                "drop-used-by-view | create view v as select a from t; alter table t drop column a",
                "whole-table-change | update t set a = case when b then 1 else 2 end",
                "whole-table-change | delete from t using u",
                "ban-duplicate-column-assignments | insert into t (a) values (1) on conflict (a) do update set b = 1, b = 2",
                "ban-duplicate-column-assignments | alter table t add column a int, add column a text",
                "manual-review | do $$ begin execute 'drop table t'; end $$",
                "manual-review | alter table t frobnicate",
                "manual-review | call p()",
            })
    void postgresSamples(String rule, String sql) {
        assertThat(rules(Dialect.POSTGRESQL, sql, LintOptions.defaults())).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table t add column c text default lower('X') || now()::text, add column d int default (1 + 2) * 3",
                "alter table t add column c timestamptz default (now() at time zone 'utc')",
                "alter table t add column c text[] default array['a', 'b']::text[] not null",
                "alter table t add column c numeric(10,2) default 0::pg_catalog.numeric(10,2)",
                "alter table t add column c int default extract(year from now())",
            })
    void defaultsThatNeedNoRewrite(String sql) {
        assertThat(rules(Dialect.POSTGRESQL, sql, LintOptions.defaults()))
                .doesNotContain("adding-field-with-default", "manual-review");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create view v as select a.x, b.y as z, 1 + 1, count(*) from a join b using (id)",
                "create view v (p, q) as select x, x from t",
                "create view v as select * from t",
                "insert into t (a[1], a[2], b.x, b.y) values (1, 2, 3, 4)",
                "update t set a[1] = 1, a[2] = 2, b.x = 3, b.y = 4 where c is distinct from d",
                "with w as (select 1) update t set (a, b) = (select 1, 2), c = 3 from w where true",
                "insert into t select a, a from u",
                "merge into t using s on t.id = s.id when matched then update set a = 1, b = 2 when not matched then insert (a, b) values (1, 2)",
                "create table t (a int, b text, like u including all, constraint k primary key (a, b), exclude using gist (c with &&) where (d))",
                "create table p partition of t (a with options not null) for values from (1) to (2)",
                "create table t (a, b) as select 1, 2",
                "with recursive g (a) as (select 1) search depth first by a, b set o cycle a set c to 1 default 0 using p, h as (select 2) select 3",
                "create table t (key text, index int, period tstzrange) partition by range (period) with (fillfactor = 70) tablespace x",
            })
    void wellFormedStatementsAreUnderstoodAndHaveNoDuplicates(String sql) {
        assertThat(rules(Dialect.POSTGRESQL, sql, LintOptions.defaults()))
                .doesNotContain("ban-duplicate-column-assignments", "manual-review");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "mysql-utf8mb3 | create table t (a text) engine=InnoDB default charset=utf8",
                "mysql-utf8mb3 | alter table t convert to character set utf8mb3 collate utf8_bin",
                "mysql-copy-algorithm | alter table t add column a int, algorithm=copy",
                "mysql-copy-algorithm | alter table t add index i (a), lock = exclusive",
                "mysql-algorithm-unsaid | alter table t add column a int after b",
                "mysql-modify-drops-attributes | alter table t modify column a varchar(20) first",
                "renaming-column | alter table t change a b int not null",
                "mysql-non-transactional-engine | create table t (a int) engine MyISAM",
                "mysql-implicit-commit | start transaction; insert into t values (1); alter table t add c int; commit",
                "ban-drop-column | alter table t drop column a, drop index i",
                "adding-required-field | alter table t add column a int not null",
                "ban-drop-database | drop schema s",
                "renaming-table | rename table a to b, c to d",
            })
    void mySqlSamples(String rule, String sql) {
        for (Dialect dialect : List.of(Dialect.MYSQL, Dialect.MARIADB)) {
            assertThat(rules(dialect, sql, LintOptions.defaults()))
                    .contains(rule)
                    .doesNotContain("manual-review");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table `t` (`id` int unsigned not null auto_increment comment 'x', `k` enum('a','b') character set utf8mb4 default 'a', primary key (`id`) using btree, unique key `u` (`k`(10) desc), key `i` (`k`), constraint `f` foreign key (`id`) references `o` (`id`) on delete cascade) engine=InnoDB auto_increment=5 default charset=utf8mb4",
                "create table t (a timestamp(3) not null default current_timestamp(3) on update current_timestamp(3), b int generated always as (a + 1) virtual, c double precision)",
                "alter table t add unique index u (a), drop foreign key f, rename index a to b, engine=innodb row_format=dynamic",
                "alter table t modify a int unsigned null default null comment 'c' after b, algorithm=instant, lock=none",
                "create definer=`a`@`b` procedure p() begin select 1; end",
                "set names utf8mb4; set foreign_key_checks=0; set @a := 1, @b = 2",
                "/*!40101 set names utf8mb4 */; create or replace algorithm=merge definer=a@b sql security invoker view v as select 1 a",
                "insert into t (a, b) values (1, 2) on duplicate key update a = values(a), b = 3",
                "update t join u on t.a = u.a set t.b = 1, u.b = 2 where u.c",
            })
    void mySqlIsUnderstood(String sql) {
        assertThat(rules(Dialect.MYSQL, sql, LintOptions.defaults()))
                .doesNotContain("manual-review", "ban-duplicate-column-assignments", "mysql-utf8mb3", "syntax-error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "sqlite-alter-unsupported | alter table t alter column a type text",
                "sqlite-alter-unsupported | alter table t add constraint c check (a > 0)",
                "sqlite-alter-unsupported | alter table t add column a text unique",
                "sqlite-alter-unsupported | alter table t add column a text default current_timestamp",
                "sqlite-alter-unsupported | alter table t add column a text not null",
                "sqlite-foreign-keys-off | create table t (a integer references u (id))",
                "sqlite-pragma-in-transaction | begin; pragma foreign_keys = on; commit",
            })
    void sqliteSamples(String rule, String sql) {
        assertThat(rules(Dialect.SQLITE, sql, LintOptions.defaults()))
                .contains(rule)
                .doesNotContain("manual-review");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (id integer primary key autoincrement, a, b unsigned big int default (1 + 2), c text collate nocase not null on conflict ignore, unique (a, b) on conflict replace) without rowid, strict",
                "alter table t add column a text not null default 'x'; alter table t rename column a to b; alter table t drop column b",
                "create virtual table f using fts5 (a, b); insert or replace into t (a) values (1); reindex; vacuum; analyze t",
                "create trigger g after insert on t when new.a > 1 begin update t set a = 1; select 2; end; pragma foreign_keys(1)",
            })
    void sqliteIsUnderstood(String sql) {
        assertThat(rules(Dialect.SQLITE, sql, LintOptions.defaults()))
                .doesNotContain("manual-review", "sqlite-alter-unsupported", "syntax-error");
    }

    @Test
    void findingsSayWhereAndWhatInstead() {
        Finding finding = Linter.lint(
                        Dialect.POSTGRESQL,
                        "select 1;\n  alter table t\n    drop column c;",
                        LintOptions.defaults().only(Set.of("ban-drop-column")))
                .getFirst();

        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.column()).isEqualTo(5);
        assertThat(finding.statement()).isEqualTo(2);
        assertThat(finding.message()).contains("'c'");
        assertThat(finding.instead()).isNotBlank();
        assertThat(finding.isOpen()).isTrue();
    }

    @Test
    void aFileMayAllowARuleWithAReason() {
        String sql = "-- axiom:allow ban-drop-table: moved to the archive in 1.4\ndrop table if exists a.t;";

        List<Finding> findings = Linter.lint(
                Dialect.POSTGRESQL, sql, LintOptions.defaults().without(Set.of("require-timeout-settings")));

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().allowedBecause()).isEqualTo("moved to the archive in 1.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- axiom:allow ban-drop-table\ndrop table t;",
                "-- axiom:allow no-such-rule: because\ndrop table t;",
                "drop table t;\n# axiom:allow renaming-table: not needed any more",
            })
    void allowancesThatAreWrongAreFoundAndAllowNothing(String sql) {
        List<Finding> findings = lint(Dialect.MYSQL, sql);

        assertThat(findings).extracting(Finding::rule).contains(Linter.BAD_ALLOWANCE, "ban-drop-table");
        assertThat(findings).allMatch(Finding::isOpen);
    }

    @Test
    void statementsTooLongToReadAreLeftToAPersonUnlessTheyHoldRows() {
        String values = "(1, 'a'),".repeat(60_000) + "(1)";
        String columns = "a int,".repeat(60_000) + "b int";

        assertThat(rules(Dialect.POSTGRESQL, "insert into t (a, a) values " + values, LintOptions.defaults()))
                .containsExactly("ban-duplicate-column-assignments");
        assertThat(rules(Dialect.POSTGRESQL, "create table s.t (" + columns + ")", LintOptions.defaults()))
                .containsExactly("manual-review");
    }

    @Test
    void viewsTheDatabaseKnowsCount() {
        LintOptions options = LintOptions.defaults().viewsOf(Map.of("app.t", List.of("app.report")));

        assertThat(rules(Dialect.POSTGRESQL, "drop table app.t", options)).contains("drop-used-by-view");
        assertThat(rules(Dialect.POSTGRESQL, "drop table app.t cascade", options))
                .doesNotContain("drop-used-by-view");
    }

    @Test
    void textThatCannotBeSplitIsOneFinding() {
        assertThat(lint(Dialect.POSTGRESQL, "drop table t;\nselect 'x"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Linter.SYNTAX_ERROR);
                    assertThat(finding.line()).isEqualTo(2);
                    assertThat(finding.message()).isEqualTo("unclosed quote '\\''");
                });
    }

    @Test
    void unknownRulesInTheOptionsAreRefused() {
        LintOptions options = LintOptions.defaults().only(Set.of("ban-everything"));

        assertThatThrownBy(() -> Linter.lint(Dialect.SQLITE, "", options))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("migration.lint.unknown-rule");
    }

    @ParameterizedTest
    @Timeout(120)
    @ValueSource(
            strings = {
                "select (", "alter table t add c int default ((", "create table t (a int,", "drop table t;", "begin;",
                        "alter table t drop a, ",
                "insert into t values (1),", "create view v as select a,", "a ", "update t set a = 1,",
                        "with a as (select 1),", "commit and chain;",
                "create table t (a int); ", "alter table t add constraint c check (a) not valid;", "-- axiom:allow x\n",
                        "grant ", "] [ ("
            })
    void hostileScriptsAreAnswered(String part) {
        String sql = part.repeat(300_000 / part.length());

        for (Dialect dialect : Dialect.values()) {
            assertThat(lint(dialect, sql)).isNotNull();
        }
    }
}
