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
                  ALTER TABLE catalog_component ADD COLUMN IF NOT EXISTS policy jsonb;
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
                  ALTER TABLE catalog_version
                    ADD COLUMN IF NOT EXISTS since timestamptz,
                    ADD COLUMN IF NOT EXISTS dependencies jsonb,
                    ADD COLUMN IF NOT EXISTS artifacts jsonb,
                    ADD COLUMN IF NOT EXISTS surfaces jsonb,
                    ADD COLUMN IF NOT EXISTS commits jsonb,
                    ADD COLUMN IF NOT EXISTS git jsonb,
                    ADD COLUMN IF NOT EXISTS detected jsonb,
                    ADD COLUMN IF NOT EXISTS stop text,
                    ADD COLUMN IF NOT EXISTS tag jsonb;
                  CREATE TABLE IF NOT EXISTS catalog_channel (
                    component text NOT NULL,
                    channel text NOT NULL,
                    version text NOT NULL,
                    reason text NOT NULL,
                    moved_at timestamptz NOT NULL,
                    moved_by text NOT NULL,
                    position bigint NOT NULL,
                    PRIMARY KEY (component, channel));
                  CREATE INDEX IF NOT EXISTS catalog_channel_version ON catalog_channel (component, version);
                  CREATE TABLE IF NOT EXISTS catalog_compatibility (
                    component text NOT NULL,
                    from_version text NOT NULL,
                    to_version text NOT NULL,
                    declared jsonb NOT NULL,
                    declared_at timestamptz NOT NULL,
                    declared_by text NOT NULL,
                    position bigint NOT NULL,
                    PRIMARY KEY (component, from_version, to_version));
                  CREATE INDEX IF NOT EXISTS catalog_compatibility_newest
                    ON catalog_compatibility (component, position DESC);
                  CREATE TABLE IF NOT EXISTS catalog_test_result (
                    component text NOT NULL,
                    position bigint NOT NULL,
                    from_version text NOT NULL,
                    to_version text NOT NULL,
                    passed boolean NOT NULL,
                    suite text NOT NULL,
                    link text,
                    recorded_at timestamptz NOT NULL,
                    recorded_by text NOT NULL,
                    PRIMARY KEY (component, position));
                  CREATE INDEX IF NOT EXISTS catalog_test_result_pair
                    ON catalog_test_result (component, from_version, to_version);
                  CREATE TABLE IF NOT EXISTS catalog_history (
                    component text NOT NULL,
                    position bigint NOT NULL,
                    happened_at timestamptz NOT NULL,
                    happened_by text NOT NULL,
                    what text NOT NULL,
                    version text,
                    sentence text NOT NULL,
                    PRIMARY KEY (component, position));
                END $$""").update();
    }
}
