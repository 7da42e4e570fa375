package io.axiom.version.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which dates a life may have: a year mistyped is found before anyone relies on it. */
public final class DateRules {
    private static final Duration FARTHEST = Duration.ofDays(50 * 365);

    private DateRules() {}

    /** Refuses a date more than fifty years away from {@code now}. */
    public static void check(String field, @Nullable Instant date, Instant now) {
        Invalid.require(
                date == null || Duration.between(now, date).abs().compareTo(FARTHEST) <= 0,
                "version.date-invalid",
                field,
                "The date " + date + " is more than fifty years away.",
                "Check the year.");
    }
}
