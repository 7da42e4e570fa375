package io.axiom.migration.run;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** MariaDB and MySQL. The session that works holds a user lock, which ends with its connection and only then. */
record MariaDbSql(String database, String lock) implements TargetSql {
    private static final int NO_SUCH_THREAD = 1094;

    static MariaDbSql of(SqlSession session) {
        String database = session.query("SELECT DATABASE() AS name").getFirst().get("name");
        if (database == null) {
            throw new RejectedException(new Rejection(
                    "migration.run.no-schema",
                    Rejection.Kind.UNPROCESSABLE,
                    "The address names no database.",
                    "Write jdbc:mariadb://host:port/database."));
        }
        return new MariaDbSql(
                Engine.MARIADB.identifier(database),
                "CONCAT('axiom:', SHA1(" + Engine.MARIADB.literal(database) + "))");
    }

    @Override
    public Engine engine() {
        return Engine.MARIADB;
    }

    @Override
    public String table(String name) {
        return database + '.' + name;
    }

    @Override
    public List<String> existing(SqlSession session) {
        return session
                .query("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_name IN ('schema_migrations', 'axiom_history', 'axiom_lease', 'axiom_progress')")
                .stream()
                .map(row -> row.text("name"))
                .toList();
    }

    @Override
    public void create(SqlSession session, List<String> existing) {
        String columns = " (id varchar(300) PRIMARY KEY, version text NOT NULL, name text NOT NULL, description text,"
                + " type text NOT NULL, checksum text NOT NULL, executed_at datetime(6) NOT NULL, execution_time integer,"
                + " status text NOT NULL)";
        String like = " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
        session.execute("CREATE TABLE IF NOT EXISTS " + table(HISTORY) + columns + like);
        session.execute("CREATE TABLE IF NOT EXISTS " + table(COPY) + columns + like + " AS SELECT " + COLUMNS
                + " FROM " + table(HISTORY));
        session.execute("CREATE TABLE IF NOT EXISTS " + table(LEASE)
                + " (name varchar(20) PRIMARY KEY, token varchar(40) NOT NULL,"
                + " holder text, since datetime(6) NOT NULL, expires datetime(6) NOT NULL, migration text, statement integer)"
                + like);
        session.execute("INSERT IGNORE INTO " + table(LEASE) + " (name, token, since, expires)"
                + " VALUES ('migrations', 'none', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
        session.execute("CREATE TABLE IF NOT EXISTS " + table(PROGRESS)
                + " (migration varchar(300) PRIMARY KEY, direction text NOT NULL,"
                + " checksum text NOT NULL, statements longtext NOT NULL, was text NOT NULL, done integer NOT NULL,"
                + " begun integer NOT NULL, before_schema longtext, batch_of text, batch_key text, batch_end text, batch_rows bigint NOT NULL,"
                + " batch_total bigint NOT NULL, batch_changed bigint NOT NULL, batch_number bigint NOT NULL)"
                + like);
    }

    @Override
    public String now() {
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    public String later(Duration time) {
        return "UTC_TIMESTAMP(6) + INTERVAL " + time.toMillis() * 1000 + " MICROSECOND";
    }

    @Override
    public String micros(String column) {
        return "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', " + column + ")";
    }

    @Override
    public String put(String table, String key, String columns, String source) {
        return "REPLACE INTO " + table(table) + " (" + columns + ") " + source;
    }

    @Override
    public List<String> settings(RunOptions options) {
        List<String> settings = new ArrayList<>();
        if (!options.lockTimeout().isZero()) {
            long seconds = Math.max(1, (options.lockTimeout().toMillis() + 999) / 1000);
            settings.add("SET SESSION innodb_lock_wait_timeout = " + seconds + ", lock_wait_timeout = " + seconds);
        }
        if (!options.statementTimeout().isZero()) {
            settings.add("SET SESSION max_statement_time = "
                    + options.statementTimeout().toMillis() / 1000.0);
        }
        return settings;
    }

    @Override
    public List<String> reset() {
        return List.of(
                "USE " + database,
                "SET SESSION sql_mode = DEFAULT, foreign_key_checks = 1, unique_checks = 1, autocommit = 1");
    }

    @Override
    public void begin(SqlSession session, RunOptions options, String token) {
        session.execute("START TRANSACTION");
        // The user lock ends with this connection: as long as it lives, no other works.
        boolean held = session
                .query("SELECT token = " + literal(token) + " AND IS_USED_LOCK(" + lock
                        + ") = CONNECTION_ID() AS held FROM " + table(LEASE) + " WHERE name = 'migrations'")
                .stream()
                .anyMatch(row -> row.flag("held"));
        if (!held) {
            session.execute("ROLLBACK");
            throw new LeaseLost();
        }
    }

    @Override
    public boolean lock(SqlSession session, Duration wait) {
        double seconds = wait.toMillis() / 1000.0;
        return session.query("SELECT GET_LOCK(" + lock + ", " + seconds + ") AS got")
                .getFirst()
                .flag("got");
    }

    @Override
    public void evict(SqlSession session, String condition) {
        String other = worker(session);
        if (other.isEmpty()
                || session.query("SELECT 1 AS x FROM " + table(LEASE) + " WHERE " + condition)
                        .isEmpty()) {
            return;
        }
        try {
            session.execute("KILL CONNECTION " + other);
        } catch (SqlFailure e) {
            if (e.vendorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    @Override
    public String worker(SqlSession session) {
        return session.query("SELECT NULLIF(IS_USED_LOCK(" + lock + "), CONNECTION_ID()) AS id")
                .getFirst()
                .text("id");
    }
}
