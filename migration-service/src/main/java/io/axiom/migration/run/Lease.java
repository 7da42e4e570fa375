package io.axiom.migration.run;

import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lease one runner holds: its row, and the thread that keeps it alive over a connection of its own. */
final class Lease implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final DatabaseAddress address;
    private final TargetSql sql;
    private final RunOptions options;
    private final String token = UUID.randomUUID().toString();
    private volatile String migration = "";
    private volatile int statement;
    private volatile boolean closed;
    private @Nullable Thread heart;

    Lease(DatabaseAddress address, TargetSql sql, RunOptions options) {
        this.address = address;
        this.sql = sql;
        this.options = options;
    }

    String token() {
        return token;
    }

    void at(String task, int number) {
        migration = task;
        statement = number;
    }

    /** Takes it where nobody holds it, or whoever held it gave no sign of life for too long. */
    boolean acquire(SqlSession session, String holder) {
        long deadline = System.nanoTime() + options.leaseWait().toNanos();
        while (!take(session, holder, System.nanoTime() > deadline)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.of(POLL);
        }
        if (!address.url().contains(":memory:")) {
            heart = Thread.ofPlatform().daemon().name("axiom-lease").start(this::beat);
        }
        return true;
    }

    private boolean take(SqlSession session, String holder, boolean last) {
        String table = sql.table(TargetSql.LEASE);
        boolean free = session.query("SELECT CASE WHEN holder IS NULL OR expires < " + sql.now()
                        + " THEN 1 ELSE 0 END AS free FROM " + table + " WHERE name = 'migrations'")
                .getFirst()
                .flag("free");
        if (!free) {
            return false;
        }
        // Whoever still works though its lease has ended is ended first: its transaction holds the row.
        sql.evict(session, "holder IS NOT NULL AND expires < " + sql.now());
        try {
            return session.execute("UPDATE " + table + " SET token = " + sql.literal(token) + ", holder = "
                            + sql.literal(holder) + ", since = " + sql.now() + ", expires = "
                            + sql.later(options.leaseTime())
                            + ", migration = '', statement = 0 WHERE name = 'migrations' AND (holder IS NULL OR expires < "
                            + sql.now() + ")")
                    == 1;
        } catch (SqlFailure e) {
            if (Refusal.waits(e) && !last) {
                return false;
            }
            throw e;
        }
    }

    /** The statement that makes the lease last from now on. */
    String renewal() {
        return "UPDATE " + sql.table(TargetSql.LEASE) + " SET expires = " + sql.later(options.leaseTime())
                + ", migration = " + sql.literal(migration) + ", statement = " + statement + " WHERE token = "
                + sql.literal(token);
    }

    private void beat() {
        SqlSession session = null;
        while (!closed) {
            try {
                Thread.sleep(options.heartbeat());
                if (closed) {
                    break;
                }
                if (session == null) {
                    session = address.open((int) Math.max(1, options.leaseTime().toSeconds()));
                    if (sql.engine() == Engine.SQLITE) {
                        // While a migration holds the file, nobody can take the lease away either.
                        session.execute("PRAGMA busy_timeout = 100");
                    }
                }
                session.execute(renewal());
            } catch (SqlFailure e) {
                if (!Refusal.waits(e)) {
                    close(session);
                    session = null;
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        close(session);
    }

    private static void close(@Nullable SqlSession session) {
        if (session != null) {
            try {
                session.close();
            } catch (SqlFailure e) {
                // It is gone already.
            }
        }
    }

    void release(SqlSession session) {
        close();
        session.execute(
                "UPDATE " + sql.table(TargetSql.LEASE) + " SET token = " + sql.literal("free-" + token.substring(0, 30))
                        + ", holder = NULL, expires = " + sql.now() + " WHERE token = " + sql.literal(token));
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = heart;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
