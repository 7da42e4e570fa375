package io.axiom.deployment.status;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables deployments and environments are read from. They are made of events alone and can be dropped and built again. */
@Component
class StatusTables {
    StatusTables(JdbcClient jdbc) {
        // The lock keeps two instances that start at once from both creating the tables.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.status', 0));
                  CREATE TABLE IF NOT EXISTS rollout_status (
                    rollout_id text PRIMARY KEY,
                    environment text NOT NULL,
                    component text NOT NULL,
                    busy boolean NOT NULL,
                    state text NOT NULL,
                    runs text[] NOT NULL,
                    position bigint NOT NULL);
                  CREATE INDEX IF NOT EXISTS rollout_status_environment ON rollout_status (environment, component);
                  CREATE TABLE IF NOT EXISTS deployment_status (
                    deployment_id text PRIMARY KEY,
                    environment text NOT NULL,
                    component text NOT NULL,
                    status text NOT NULL,
                    started_position bigint NOT NULL,
                    view text NOT NULL);
                  CREATE INDEX IF NOT EXISTS deployment_status_newest ON deployment_status (started_position DESC);
                  CREATE INDEX IF NOT EXISTS deployment_status_of
                    ON deployment_status (environment, component, started_position DESC);
                  CREATE TABLE IF NOT EXISTS environment_status (
                    environment text PRIMARY KEY,
                    state text NOT NULL,
                    created_by text NOT NULL,
                    position bigint NOT NULL);
                  CREATE TABLE IF NOT EXISTS environment_rollback_status (
                    rollback_id text PRIMARY KEY,
                    environment text NOT NULL,
                    view text NOT NULL,
                    position bigint NOT NULL);
                  CREATE TABLE IF NOT EXISTS rollback_point_status (
                    environment text NOT NULL,
                    rollback_point_id text NOT NULL,
                    view text NOT NULL,
                    position bigint NOT NULL,
                    PRIMARY KEY (environment, rollback_point_id));
                END $$""").update();
    }
}
