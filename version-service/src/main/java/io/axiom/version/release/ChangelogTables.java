package io.axiom.version.release;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables changelogs are made from. They are made of events alone and can be dropped and built again. */
@Component
class ChangelogTables {
    ChangelogTables(JdbcClient jdbc) {
        // The lock keeps two instances that start at once from both creating the tables.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.changelog', 0));
                  CREATE TABLE IF NOT EXISTS changelog_component (
                    name text PRIMARY KEY,
                    template text);
                  CREATE TABLE IF NOT EXISTS changelog_version (
                    component text NOT NULL REFERENCES changelog_component,
                    version text NOT NULL,
                    created_on date NOT NULL,
                    yanked boolean NOT NULL DEFAULT false,
                    notes jsonb NOT NULL,
                    breaking_notes jsonb NOT NULL,
                    commits jsonb NOT NULL,
                    git jsonb,
                    tag text,
                    PRIMARY KEY (component, version));
                END $$""").update();
    }
}
