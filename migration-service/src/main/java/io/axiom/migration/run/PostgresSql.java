package io.axiom.migration.run;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL. The session that works holds an advisory lock, so that none works beside one that was thought dead. */
record PostgresSql(String schema) implements TargetSql {
    /** "axiom" and a number, the two keys of the advisory lock. */
    private static final String LOCK = "1635277677, 1";

    private static final String OTHERS = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 1635277677"
            + " AND objid = 1 AND objsubid = 2 AND granted AND pid <> pg_backend_pid()"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    static PostgresSql of(SqlSession session) {
        String schema =
                session.query("SELECT current_schema() AS name").getFirst().get("name");
        if (schema == null) {
            throw new RejectedException(new Rejection(
                    "migration.run.no-schema",
                    Rejection.Kind.UNPROCESSABLE,
                    "None of the schemas in the user's search path exists.",
                    "Create the schema, or set the search path: ALTER ROLE … SET search_path = …."));
        }
        return new PostgresSql(Engine.POSTGRESQL.identifier(schema));
    }

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public String table(String name) {
        return schema + '.' + name;
    }

    @Override
    public List<String> existing(SqlSession session) {
        return session
                .query(
                        "SELECT n AS name FROM unnest(ARRAY['schema_migrations', 'axiom_history', 'axiom_lease', 'axiom_progress'])"
                                + " AS n WHERE to_regclass(" + literal(schema + ".") + " || n) IS NOT NULL")
                .stream()
                .map(row -> row.text("name"))
                .toList();
    }

    @Override
    public void create(SqlSession session, List<String> existing) {
        List<String> script = new ArrayList<>();
        script.add("BEGIN");
        script.add("SELECT pg_advisory_xact_lock(1635277677, 0)");
        String columns = " (id text PRIMARY KEY, version text NOT NULL, name text NOT NULL, description text,"
                + " type text NOT NULL, checksum text NOT NULL, executed_at timestamp with time zone NOT NULL,"
                + " execution_time integer, status text NOT NULL)";
        script.add("CREATE TABLE IF NOT EXISTS " + table(HISTORY) + columns);
        script.add("CREATE TABLE IF NOT EXISTS " + table(COPY) + columns);
        if (!existing.contains(COPY)) {
            script.add("INSERT INTO " + table(COPY) + " (" + COLUMNS + ") SELECT " + COLUMNS + " FROM " + table(HISTORY)
                    + " ON CONFLICT DO NOTHING");
        }
        script.add("CREATE TABLE IF NOT EXISTS " + table(LEASE) + " (name text NOT NULL UNIQUE, token text PRIMARY KEY,"
                + " holder text, since timestamp with time zone NOT NULL, expires timestamp with time zone NOT NULL,"
                + " migration text, statement integer)");
        script.add("INSERT INTO " + table(LEASE)
                + " (name, token, since, expires) VALUES ('migrations', 'none', now(), now())"
                + " ON CONFLICT DO NOTHING");
        script.add("CREATE TABLE IF NOT EXISTS " + table(PROGRESS)
                + " (migration text PRIMARY KEY, direction text NOT NULL,"
                + " checksum text NOT NULL, statements text NOT NULL, was text NOT NULL, done integer NOT NULL,"
                + " begun integer NOT NULL, before_schema text, batch_of text, batch_key text, batch_end text, batch_rows bigint NOT NULL,"
                + " batch_total bigint NOT NULL, batch_changed bigint NOT NULL, batch_number bigint NOT NULL)");
        script.add("COMMIT");
        try {
            script(session, script);
        } catch (SqlFailure e) {
            session.execute("ROLLBACK");
            throw e;
        }
    }

    @Override
    public String now() {
        return "clock_timestamp()";
    }

    @Override
    public String later(Duration time) {
        return "clock_timestamp() + interval '" + time.toMillis() + " ms'";
    }

    @Override
    public String micros(String column) {
        return "(extract(epoch FROM " + column + ") * 1000000)::bigint";
    }

    @Override
    public String put(String table, String key, String columns, String source) {
        StringBuilder set = new StringBuilder();
        for (String column : columns.split(", ")) {
            if (!column.equals(key)) {
                set.append(set.isEmpty() ? "" : ", ")
                        .append(column)
                        .append(" = EXCLUDED.")
                        .append(column);
            }
        }
        return "INSERT INTO " + table(table) + " (" + columns + ") " + source + " ON CONFLICT (" + key
                + ") DO UPDATE SET " + set;
    }

    @Override
    public List<String> settings(RunOptions options) {
        return options.lockTimeout().isZero()
                ? List.of()
                : List.of("SET lock_timeout = " + options.lockTimeout().toMillis());
    }

    @Override
    public List<String> reset() {
        return List.of("RESET SESSION AUTHORIZATION", "RESET ALL");
    }

    /** Timeouts for a statement that cannot be in a transaction. */
    List<String> timeouts(RunOptions options, String set) {
        List<String> timeouts = new ArrayList<>();
        if (!options.lockTimeout().isZero()) {
            timeouts.add(set + " lock_timeout = " + options.lockTimeout().toMillis());
        }
        timeouts.add(set + " statement_timeout = " + options.statementTimeout().toMillis());
        return timeouts;
    }

    @Override
    public void begin(SqlSession session, RunOptions options, String token) {
        List<String> script = new ArrayList<>();
        script.add("BEGIN");
        script.addAll(timeouts(options, "SET LOCAL"));
        // A heartbeat goes past this lock, a change of the token, which is the key, waits for it.
        script.add("SELECT 1 / count(*) FROM (SELECT token FROM " + table(LEASE) + " WHERE token = " + literal(token)
                + " FOR KEY SHARE) AS held");
        try {
            script(session, script);
        } catch (SqlFailure e) {
            if (e.sqlState().equals("22012")) {
                session.execute("ROLLBACK");
                throw new LeaseLost();
            }
            throw e;
        }
    }

    @Override
    public boolean lock(SqlSession session, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (!session.query("SELECT pg_try_advisory_lock(" + LOCK + ") AS got")
                .getFirst()
                .flag("got")) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.of(Duration.ofMillis(20));
        }
        return true;
    }

    @Override
    public void evict(SqlSession session, String condition) {
        session.query("SELECT pid, pg_terminate_backend(pid) AS ended FROM (" + OTHERS
                + ") AS other WHERE EXISTS (SELECT FROM " + table(LEASE) + " WHERE " + condition + ")");
    }

    @Override
    public String worker(SqlSession session) {
        List<Row> workers = session.query(OTHERS);
        return workers.isEmpty() ? "" : workers.getFirst().text("pid");
    }
}
