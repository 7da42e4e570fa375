package io.axiom.version.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables the catalog is read from. They are made of events alone and can be dropped and built again. */
@Component
class CatalogTables {
    CatalogTables(JdbcClient jdbc) {
        // The lock keeps two instances that start at once from both creating the tables.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.catalog', 0));
                  CREATE TABLE IF NOT EXISTS catalog_component (
                    name text PRIMARY KEY,
                    description text,
                    latest_version text,
                    versions int NOT NULL DEFAULT 0,
                    created_at timestamptz NOT NULL,
                    position bigint NOT NULL);
                  CREATE TABLE IF NOT EXISTS catalog_version (
                    component text NOT NULL REFERENCES catalog_component,
                    version text NOT NULL,
                    status text NOT NULL,
                    reason text,
                    replacement text,
                    changelog jsonb NOT NULL,
                    breaking_changes jsonb NOT NULL,
                    run jsonb,
                    created_at timestamptz NOT NULL,
                    created_by text NOT NULL,
                    created_position bigint NOT NULL,
                    position bigint NOT NULL,
                    PRIMARY KEY (component, version));
                  CREATE INDEX IF NOT EXISTS catalog_version_newest ON catalog_version (component, created_position DESC);
                END $$""").update();
    }
}
