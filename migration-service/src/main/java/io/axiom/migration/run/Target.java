package io.axiom.migration.run;

import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The target database as the runner works on it: one session, under a lease. */
final class Target implements AutoCloseable {
    private static final Duration LOCK_WAIT = Duration.ofSeconds(2);

    private final DatabaseAddress address;
    private final RunOptions options;
    private final TargetSql sql;
    private final Lease lease;
    private SqlSession session;
    private boolean changed;

    private Target(DatabaseAddress address, RunOptions options, SqlSession session, TargetSql sql) {
        this.address = address;
        this.options = options;
        this.session = session;
        this.sql = sql;
        this.lease = new Lease(address, sql, options);
    }

    static SqlSession connect(DatabaseAddress address, RunOptions options) {
        return address.open(limit(address, options));
    }

    /** Makes the runner's tables where they are missing. */
    static Target over(SqlSession session, DatabaseAddress address, RunOptions options) {
        try {
            TargetSql sql = TargetSql.of(session);
            Target target = new Target(address, options, session, sql);
            target.setUp();
            HistoryTable.prepare(session, sql);
            return target;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** SQLite has no limit of its own. */
    private static int limit(DatabaseAddress address, RunOptions options) {
        return address.engine() == Engine.SQLITE
                ? (int) ((options.statementTimeout().toMillis() + 999) / 1000)
                : 0;
    }

    private void setUp() {
        sql.script(session, sql.settings(options));
        changed = false;
    }

    boolean acquire(String holder) {
        if (!lease.acquire(session, holder)) {
            return false;
        }
        lock();
        return true;
    }

    /** The lease is ours, so whoever else works here was thought dead and is ended. */
    private void lock() {
        for (int attempt = 0; !sql.lock(session, attempt == 0 ? Duration.ZERO : LOCK_WAIT); attempt++) {
            if (attempt == options.attempts()) {
                throw new SqlFailure(
                        "connection " + sql.worker(session) + " of an earlier run could not be ended",
                        "55P03",
                        0,
                        0,
                        null);
            }
            if (session.query("SELECT 1 AS x FROM " + sql.table(TargetSql.LEASE) + " WHERE token = "
                            + sql.literal(lease.token()))
                    .isEmpty()) {
                throw new TargetSql.LeaseLost();
            }
            sql.evict(session, "token = " + sql.literal(lease.token()));
        }
    }

    /** A new connection, after the old one broke. */
    void reconnect() {
        try {
            session.close();
        } catch (SqlFailure e) {
            // That it is gone is why we are here.
        }
        session = connect(address, options);
        setUp();
        lock();
    }

    TargetSql sql() {
        return sql;
    }

    RunOptions options() {
        return options;
    }

    Lease lease() {
        return lease;
    }

    SqlSession session() {
        return session;
    }

    /** Begins a transaction in which the lease is ours. */
    void begin() {
        if (changed) {
            sql.script(session, sql.reset());
            setUp();
        }
        sql.begin(session, options, lease.token());
    }

    /** Runs the statements as the last of the transaction, and commits. */
    void commit(List<String> last) {
        List<String> script = new ArrayList<>();
        if (changed && sql.engine() == Engine.POSTGRESQL) {
            // The migration may have taken another role, which need not be allowed to write the history.
            script.add("RESET SESSION AUTHORIZATION");
        }
        script.addAll(last);
        if (sql.engine() == Engine.SQLITE) {
            // The heartbeat cannot get at the file while a migration writes.
            script.add(lease.renewal());
        }
        script.add("COMMIT");
        sql.script(session, script);
    }

    /** A transaction of the runner's own statements. */
    void write(List<String> statements) {
        begin();
        try {
            commit(statements);
        } catch (SqlFailure e) {
            Rollback.quietly(session);
            throw e;
        }
    }

    /** Ends the open transaction. */
    void rollback() {
        Rollback.quietly(session);
    }

    long execute(String statement) {
        if (!changed) {
            // It may be a word in a string: then the session is set up once more than needed.
            String words = statement.toLowerCase(Locale.ROOT);
            changed = words.contains("set") || words.contains("use");
        }
        return session.execute(statement);
    }

    /** Runs what the engine takes in no transaction; the lease was checked by the transaction that recorded the intent. */
    long executeAlone(String statement) {
        if (sql instanceof PostgresSql postgres) {
            changed = true;
            sql.script(session, postgres.timeouts(options, "SET"));
        }
        return execute(statement);
    }

    Recovery recovery() {
        return new Recovery(address, session);
    }

    List<Row> query(String text) {
        return session.query(text);
    }

    @Override
    public void close() {
        try {
            lease.release(session);
        } catch (SqlFailure e) {
            // It ends by itself.
        } finally {
            try {
                session.close();
            } catch (SqlFailure e) {
                // It is closed then.
            }
        }
    }
}
