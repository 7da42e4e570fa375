package io.axiom.migration.lint.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockOfTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "alter table a.t add constraint f foreign key (x) references u (id) | SHARE_ROW_EXCLUSIVE | a.t",
                "alter table t attach partition p for values in (1) | SHARE_UPDATE_EXCLUSIVE | t",
                "alter table t detach partition p concurrently | SHARE_UPDATE_EXCLUSIVE | t",
                "alter table t alter c set statistics 100, alter d reset (n_distinct) | SHARE_UPDATE_EXCLUSIVE | t",
                "create table t (a int references u (id)) | SHARE_ROW_EXCLUSIVE | u",
                "create table t (a int) | UNKNOWN | ",
                "create or replace trigger g before insert on t for each row execute function f() | SHARE_ROW_EXCLUSIVE | t",
                "drop trigger g on t | ACCESS_EXCLUSIVE | t",
                "create policy p on t for select using (true) | ACCESS_EXCLUSIVE | t",
                "refresh materialized view concurrently v | EXCLUSIVE | v",
                "insert into t values (1) | ROW_EXCLUSIVE | t",
                "select * from t for no key update | ROW_SHARE | ",
                "select 1 | ACCESS_SHARE | ",
                "copy t from stdin | ROW_EXCLUSIVE | t",
                "copy t to stdout | ACCESS_SHARE | ",
                "analyze t | SHARE_UPDATE_EXCLUSIVE | t",
                "comment on table t is 'x' | SHARE_UPDATE_EXCLUSIVE | t",
                "lock table only t in access share mode nowait | ACCESS_SHARE | t",
                "vacuum (verbose, full) t | ACCESS_EXCLUSIVE | t",
                "repack (concurrently) t | SHARE_UPDATE_EXCLUSIVE | t",
                "nonsense | UNKNOWN | ",
            })
    void strongestLockAndItsTables(String sql, LockMode mode, String table) {
        StatementLock lock = LockOf.statement(sql.startsWith("copy t from") ? sql + ";\n\\.\n" : sql);

        assertThat(lock.mode()).isEqualTo(mode);
        assertThat(lock.tables())
                .extracting(QualifiedName::toString)
                .isEqualTo(table == null ? List.of() : List.of(table));
    }
}
