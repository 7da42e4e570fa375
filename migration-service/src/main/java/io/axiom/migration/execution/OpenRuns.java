package io.axiom.migration.execution;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases whose run may be under way, so that whoever takes over knows where to look. */
final class OpenRuns {
    private final JdbcClient jdbc;
    private volatile boolean ready;

    OpenRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> all() {
        return Set.copyOf(table().sql("SELECT database_id FROM migration_open_run")
                .query(String.class)
                .list());
    }

    void remember(String databaseId) {
        table().sql("INSERT INTO migration_open_run (database_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(databaseId)
                .update();
    }

    void forget(String databaseId) {
        table().sql("DELETE FROM migration_open_run WHERE database_id = ?")
                .param(databaseId)
                .update();
    }

    /** The lock keeps two instances that start at once from both creating the table. */
    private JdbcClient table() {
        if (!ready) {
            jdbc.sql("""
                    DO $$ BEGIN
                      PERFORM pg_advisory_xact_lock(hashtextextended('axiom.migration-open-run', 0));
                      CREATE TABLE IF NOT EXISTS migration_open_run (database_id text PRIMARY KEY);
                    END $$""").update();
            ready = true;
        }
        return jdbc;
    }
}
