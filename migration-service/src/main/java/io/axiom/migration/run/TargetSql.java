package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each engine writes what the runner needs. Tables are qualified, for a migration may change the search path. */
sealed interface TargetSql permits PostgresSql, MariaDbSql, SqliteSql {
    String HISTORY = "schema_migrations";
    /** Repeats what the runner wrote into the history. */
    String COPY = "axiom_history";

    String LEASE = "axiom_lease";
    String PROGRESS = "axiom_progress";

    /** The columns of the history, as S0 has them. */
    String COLUMNS = "id, version, name, description, type, checksum, executed_at, execution_time, status";

    /** Finds out where the tables of this session's database are, or will be. */
    static TargetSql of(SqlSession session) {
        return switch (session.engine()) {
            case POSTGRESQL -> PostgresSql.of(session);
            case MARIADB -> MariaDbSql.of(session);
            case SQLITE -> new SqliteSql();
        };
    }

    Engine engine();

    String table(String name);

    /** Which of the four tables there are. */
    List<String> existing(SqlSession session);

    /** Makes those that are missing; safe against others who do the same. */
    void create(SqlSession session, List<String> existing);

    /** The database's clock. */
    String now();

    String later(Duration time);

    /** A column of time as microseconds since 1970. */
    String micros(String column);

    /** INSERT, or take the place of the row with the same key. */
    String put(String table, String key, String columns, String source);

    /** What a session is set up with before a migration runs in it. */
    List<String> settings(RunOptions options);

    /** What brings a session back to where it was before a migration changed its settings. */
    List<String> reset();

    /** Begins a transaction that ends with an error at once if the lease is not held any more. */
    void begin(SqlSession session, RunOptions options, String token);

    /** Whether this session, and no other, may work; waits up to {@code wait}. */
    boolean lock(SqlSession session, Duration wait);

    /**
     * Ends the session that another works with.
     *
     * @param condition on the lease's row, without which it is left alone: whoever has taken the lease meanwhile works rightly
     */
    void evict(SqlSession session, String condition);

    /** Number of the connection that works; empty where there is none. */
    String worker(SqlSession session);

    default String literal(@Nullable String text) {
        return text == null ? "NULL" : engine().literal(text);
    }

    default boolean many() {
        return engine() != Engine.MARIADB;
    }

    /** Several statements in as few messages as the engine takes. */
    default void script(SqlSession session, List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        if (many()) {
            session.execute(String.join(";\n", statements));
        } else {
            statements.forEach(session::execute);
        }
    }

    /** The lease is held by another now. */
    final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost() {
            super("The lease is not held any more", null, false, false);
        }
    }
}
