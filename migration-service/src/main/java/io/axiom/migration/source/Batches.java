package io.axiom.migration.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a data migration are gone through: the statements in which {@code :from} and {@code :to} stand run once per range
 * of keys, both ends included, as in {@code WHERE id BETWEEN :from AND :to}. Each range is a transaction of its own.
 *
 * @param table whose keys are gone through, as it is written in SQL
 * @param key its column; indexed and without NULL, as a primary key is
 * @param size rows per range
 * @param pause after each range, for others to get their turn
 * @param maxReplicationLag while a replica connected to a PostgreSQL primary is further behind than this, the next range waits; null
 *     for no limit. Other engines do not tell a primary, and refuse it
 */
public record Batches(
        String table,
        String key,
        int size,
        Duration pause,
        @Nullable Duration maxReplicationLag) {
    public static final int DEFAULT_SIZE = 1_000;
    public static final int LARGEST = 1_000_000;
    public static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    public Batches {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("A batch has 1 to " + LARGEST + " rows, not " + size);
        }
    }

    public static Batches of(String table, String key, int size) {
        return new Batches(table, key, size, Duration.ZERO, null);
    }
}
