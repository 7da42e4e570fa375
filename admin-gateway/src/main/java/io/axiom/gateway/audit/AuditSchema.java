package io.axiom.gateway.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The audit log's tables. */
final class AuditSchema {
    /** What a text search looks through; the trigram index is on exactly this expression. */
    static final String SEARCHED = "(type || ' ' || aggregate_id || ' ' || actor || ' ' || payload)";

    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS audit_head (
                only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
                position bigint NOT NULL,
                hash bytea NOT NULL);
            INSERT INTO audit_head (position, hash) VALUES (0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
            CREATE TABLE IF NOT EXISTS audit_source (
                context text PRIMARY KEY,
                position bigint NOT NULL,
                next_offset bigint NOT NULL);
            CREATE TABLE IF NOT EXISTS audit_entry (
                position bigint PRIMARY KEY,
                context text NOT NULL,
                source_position bigint NOT NULL,
                event_id text NOT NULL,
                type text NOT NULL,
                aggregate_type text NOT NULL,
                aggregate_id text NOT NULL,
                sequence bigint NOT NULL,
                time timestamptz NOT NULL,
                actor text NOT NULL,
                command_id text NOT NULL,
                correlation_id text NOT NULL,
                cause text,
                payload text NOT NULL,
                cut text NOT NULL,
                hash bytea NOT NULL,
                UNIQUE (context, source_position));
            CREATE INDEX IF NOT EXISTS audit_by_actor ON audit_entry (split_part(actor, ';', 1), position);
            CREATE INDEX IF NOT EXISTS audit_by_aggregate ON audit_entry (aggregate_id text_pattern_ops, position);
            CREATE INDEX IF NOT EXISTS audit_by_type ON audit_entry (type, position);
            CREATE INDEX IF NOT EXISTS audit_by_time ON audit_entry (time, position);
            CREATE INDEX IF NOT EXISTS audit_by_command ON audit_entry (command_id);
            CREATE INDEX IF NOT EXISTS audit_by_correlation ON audit_entry (correlation_id, position);
            """;

    /** Without the extension a text search reads the table from the cursor on; with it, it reads an index. */
    private static final String TRIGRAMS = """
            DO $$ BEGIN
                IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
                    CREATE EXTENSION IF NOT EXISTS pg_trgm;
                    CREATE INDEX IF NOT EXISTS audit_by_text ON audit_entry USING gin (%s gin_trgm_ops);
                END IF;
            EXCEPTION WHEN insufficient_privilege THEN
                RAISE NOTICE 'no right to create pg_trgm: text searches will be slower';
            END $$
            """.formatted(SEARCHED);

    private AuditSchema() {}

    static void create(JdbcClient jdbc, TransactionOperations transactions) {
        transactions.executeWithoutResult(_ -> {
            // Two gateways may start at once; IF NOT EXISTS alone can still collide.
            jdbc.sql("SELECT pg_advisory_xact_lock(4711002)").query((_, _) -> 0).list();
            for (String statement : TABLES.split(";\\s*\\n")) {
                if (!statement.isBlank()) {
                    jdbc.sql(statement).update();
                }
            }
            jdbc.sql(TRIGRAMS).update();
        });
    }
}
