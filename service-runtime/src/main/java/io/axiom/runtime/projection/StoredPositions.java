package io.axiom.runtime.projection;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The table that says how far each projection and reactor is. */
public final class StoredPositions {
    private final JdbcClient jdbc;

    public StoredPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        // The lock keeps two instances that start at once from both creating the table.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.consumer', 0));
                  CREATE TABLE IF NOT EXISTS axiom_consumer (
                    name text NOT NULL,
                    context text NOT NULL,
                    position bigint NOT NULL,
                    topic_offset bigint NOT NULL DEFAULT 0,
                    PRIMARY KEY (name, context));
                END $$""").update();
    }

    /** Where a consumer is, and the Kafka offset to read on from. */
    public record Stored(long position, long topicOffset) {}

    public Stored read(String name, String context) {
        return jdbc.sql("SELECT position, topic_offset FROM axiom_consumer WHERE name = ? AND context = ?")
                .params(name, context)
                .query((row, _) -> new Stored(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(new Stored(0, 0));
    }

    /** Makes the row that {@link #lock} locks, and reads it. */
    public Stored begin(String name, String context) {
        jdbc.sql("INSERT INTO axiom_consumer (name, context, position) VALUES (?, ?, 0) ON CONFLICT DO NOTHING")
                .params(name, context)
                .update();
        return read(name, context);
    }

    /** Reads and keeps every other instance out until the surrounding transaction ends. */
    public Stored lock(String name, String context) {
        return jdbc.sql("SELECT position, topic_offset FROM axiom_consumer WHERE name = ? AND context = ? FOR UPDATE")
                .params(name, context)
                .query((row, _) -> new Stored(row.getLong(1), row.getLong(2)))
                .single();
    }

    public void store(String name, String context, long position, long topicOffset) {
        jdbc.sql("""
                INSERT INTO axiom_consumer (name, context, position, topic_offset) VALUES (?, ?, ?, ?)
                ON CONFLICT (name, context) DO UPDATE
                SET position = excluded.position, topic_offset = excluded.topic_offset""").params(name, context, position, topicOffset).update();
    }
}
