package io.axiom.language.migration.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a database.
 *
 * @param sentence that says it
 * @param since when the lease was taken, by the database's clock; null where nobody holds it
 * @param secondsLeft until another may take it if the holder gives no sign of life; negative when it may already
 * @param statement number of the one under way, 0 before the first
 */
public record LeaseView(
        String databaseId,
        String sentence,
        @Nullable String holder,
        @Nullable Instant since,
        @Nullable Long secondsLeft,
        @Nullable String migration,
        @Nullable Integer statement) {}
