package io.axiom.migration.lint.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Runs statements on PostgreSQL and asks it which lock they hold on the table. REINDEX is not among them: it takes SHARE on the
 * table and ACCESS EXCLUSIVE on its indexes, which is the one that counts, since every query needs those.
 */
class LocksOnPostgresTest {
    private static final List<String> STATEMENTS = List.of(
            "alter table t add column d int",
            "alter table t drop column b",
            "alter table t alter column b type bigint",
            "alter table t alter column b set default 1",
            "alter table t alter column b set not null",
            "alter table t alter column b set statistics 50",
            "alter table t alter column b set (n_distinct = 5)",
            "alter table t alter column c set storage external",
            "alter table t set (fillfactor = 70)",
            "alter table t reset (fillfactor)",
            "alter table t cluster on t_b",
            "alter table t set without cluster",
            "alter table t set unlogged",
            "alter table t disable trigger all",
            "alter table t enable replica trigger g",
            "alter table t enable row level security",
            "alter table t replica identity full",
            "alter table t owner to current_user",
            "alter table t rename to u",
            "alter table t rename column b to d",
            "alter table t rename constraint positive to p",
            "alter table t validate constraint positive",
            "alter table t validate constraint positive, add column d int",
            "alter table t add constraint f foreign key (b) references o (id)",
            "alter table t add constraint k check (b > 1)",
            "alter table t add constraint k check (b > 1) not valid",
            "alter table t add constraint k unique (b)",
            "alter table t add constraint k primary key using index t_unique",
            "alter table t drop constraint positive",
            "create index on t (b)",
            "create trigger h before insert on t for each row execute function f()",
            "create rule r as on insert to t do nothing",
            "create policy p on t using (true)",
            "create statistics s on a, b from t",
            "create table other (id bigint references t (a))",
            "comment on table t is 'x'",
            "drop table t cascade",
            "drop trigger g on t",
            "truncate t",
            "lock table t",
            "lock table t in share row exclusive mode",
            "insert into t (a) values (1)",
            "update t set b = 1",
            "delete from t",
            "select * from t for update",
            "select * from t",
            "analyze t",
            "cluster t using t_b",
            "alter table p attach partition q for values in (2)",
            "alter table p detach partition p1");

    @Test
    void eachStatementTakesTheLockSaid() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TestInfrastructure.freshDatabase());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table o (id bigint primary key);
                    create table t (a bigint not null, b int, c text, constraint positive check (b > 0) not valid);
                    create unique index t_unique on t (a);
                    alter table t add constraint t_a unique (a);
                    create index t_b on t (b);
                    create function f() returns trigger language plpgsql as $$ begin return new; end $$;
                    create trigger g before update on t for each row execute function f();
                    create table p (a int) partition by list (a);
                    create table p1 partition of p for values in (1);
                    create table q (a int);
                    """);
            connection.setAutoCommit(false);
            for (String sql : STATEMENTS) {
                String held = held(connection, statement, sql, sql.startsWith("alter table p ") ? "p" : "t");
                LockMode said = LockOf.statement(sql).mode();
                if (!held.equals(said.name().replace("_", "").toLowerCase(Locale.ROOT))) {
                    wrong.add(sql + ": PostgreSQL takes " + held + ", said is " + said);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The strongest mode held on the table, in lower case; modes are ordered by the pairs that conflict. */
    private static String held(Connection connection, Statement statement, String sql, String table)
            throws SQLException {
        long oid;
        try (ResultSet found = statement.executeQuery("select '" + table + "'::regclass::oid::bigint")) {
            found.next();
            oid = found.getLong(1);
        }
        connection.rollback();
        statement.execute(sql);
        return strongest(connection, statement, oid);
    }

    private static String strongest(Connection connection, Statement statement, long oid) throws SQLException {
        LockMode strongest = LockMode.UNKNOWN;
        try (ResultSet locks = statement.executeQuery(
                "select mode from pg_locks where locktype = 'relation' and pid = pg_backend_pid() and relation = "
                        + oid)) {
            while (locks.next()) {
                String mode = locks.getString(1).replace("Lock", "");
                for (LockMode candidate : LockMode.values()) {
                    if (candidate.name().replace("_", "").equalsIgnoreCase(mode)) {
                        strongest = strongest.or(candidate);
                    }
                }
            }
        }
        connection.rollback();
        return strongest.name().replace("_", "").toLowerCase(Locale.ROOT);
    }
}
