package io.axiom.migration.status;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which databases there are. Made of events alone; can be dropped and built again. */
@Component
class DatabaseTables {
    DatabaseTables(JdbcClient jdbc) {
        // The lock keeps two instances that start at once from both creating the tables.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.migration-database', 0));
                  CREATE TABLE IF NOT EXISTS migration_database (
                    id text COLLATE "C" PRIMARY KEY,
                    environment text NOT NULL);
                END $$""").update();
    }
}
