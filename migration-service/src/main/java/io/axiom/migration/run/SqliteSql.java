package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** SQLite. Only one connection writes at a time, so what is checked in a transaction that writes holds until its end. */
record SqliteSql() implements TargetSql {
    @Override
    public Engine engine() {
        return Engine.SQLITE;
    }

    @Override
    public String table(String name) {
        return "main." + name;
    }

    @Override
    public List<String> existing(SqlSession session) {
        return session
                .query("SELECT name FROM main.sqlite_schema WHERE type = 'table'"
                        + " AND name IN ('schema_migrations', 'axiom_history', 'axiom_lease', 'axiom_progress')")
                .stream()
                .map(row -> row.text("name"))
                .toList();
    }

    @Override
    public void create(SqlSession session, List<String> existing) {
        String columns = " (id TEXT PRIMARY KEY, version TEXT NOT NULL, name TEXT NOT NULL, description TEXT,"
                + " type TEXT NOT NULL, checksum TEXT NOT NULL, executed_at DATETIME NOT NULL, execution_time INTEGER,"
                + " status TEXT NOT NULL)";
        List<String> script = new ArrayList<>();
        script.add("BEGIN IMMEDIATE");
        script.add("CREATE TABLE IF NOT EXISTS " + table(HISTORY) + columns);
        script.add("CREATE TABLE IF NOT EXISTS " + table(COPY) + columns);
        if (!existing.contains(COPY)) {
            script.add("INSERT OR IGNORE INTO " + table(COPY) + " (" + COLUMNS + ") SELECT " + COLUMNS + " FROM "
                    + table(HISTORY));
        }
        script.add(
                "CREATE TABLE IF NOT EXISTS " + table(LEASE) + " (name TEXT PRIMARY KEY, token TEXT NOT NULL,"
                        + " holder TEXT, since DATETIME NOT NULL, expires DATETIME NOT NULL, migration TEXT, statement INTEGER)");
        script.add("INSERT OR IGNORE INTO " + table(LEASE)
                + " (name, token, since, expires) VALUES ('migrations', 'none', " + now() + ", " + now() + ")");
        script.add("CREATE TABLE IF NOT EXISTS " + table(PROGRESS)
                + " (migration TEXT PRIMARY KEY, direction TEXT NOT NULL,"
                + " checksum TEXT NOT NULL, statements TEXT NOT NULL, was TEXT NOT NULL, done INTEGER NOT NULL,"
                + " begun INTEGER NOT NULL, before_schema TEXT, batch_of TEXT, batch_key TEXT, batch_end TEXT, batch_rows INTEGER NOT NULL,"
                + " batch_total INTEGER NOT NULL, batch_changed INTEGER NOT NULL, batch_number INTEGER NOT NULL)");
        script.add("COMMIT");
        try {
            script(session, script);
        } catch (SqlFailure e) {
            Rollback.quietly(session);
            throw e;
        }
    }

    @Override
    public String now() {
        return "strftime('%Y-%m-%d %H:%M:%f', 'now')";
    }

    @Override
    public String later(Duration time) {
        return "strftime('%Y-%m-%d %H:%M:%f', 'now', '+" + time.toMillis() / 1000.0 + " seconds')";
    }

    @Override
    public String micros(String column) {
        return "CAST(round((julianday(" + column + ") - 2440587.5) * 86400000.0) AS INTEGER) * 1000";
    }

    @Override
    public String put(String table, String key, String columns, String source) {
        return "REPLACE INTO " + table(table) + " (" + columns + ") " + source;
    }

    @Override
    public List<String> settings(RunOptions options) {
        return List.of(
                "PRAGMA busy_timeout = " + Math.max(1, options.lockTimeout().toMillis()));
    }

    @Override
    public List<String> reset() {
        return List.of();
    }

    @Override
    public void begin(SqlSession session, RunOptions options, String token) {
        session.execute("BEGIN IMMEDIATE");
        boolean held = !session.query("SELECT 1 AS held FROM " + table(LEASE) + " WHERE token = " + literal(token))
                .isEmpty();
        if (!held) {
            session.execute("ROLLBACK");
            throw new LeaseLost();
        }
    }

    @Override
    public boolean lock(SqlSession session, Duration wait) {
        return true;
    }

    @Override
    public void evict(SqlSession session, String condition) {
        // Nobody needs to be ended: who has lost the lease cannot write.
    }

    @Override
    public String worker(SqlSession session) {
        return "";
    }
}
