package io.axiom.migration.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code schema_migrations}.
 *
 * @param executedAt when it was last applied or taken back, by the database's clock
 * @param executionTime null for baselines
 */
public record HistoryEntry(
        String id,
        String version,
        String name,
        @Nullable String description,
        String type,
        String checksum,
        Instant executedAt,
        @Nullable Duration executionTime,
        Status status) {}
