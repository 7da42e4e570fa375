package io.axiom.language.version.request;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates as people write them. */
final class Dates {
    private static final int DATE = "2027-03-01".length();

    private Dates() {}

    /** A day, which begins at midnight UTC, or a moment (ISO 8601). */
    static @Nullable Instant optional(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String date = text.strip();
        try {
            return date.length() == DATE
                    ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException e) {
            throw new RejectedException(new Rejection(
                    "version.date-invalid",
                    Rejection.Kind.INVALID,
                    "The field \"" + field + "\" is \"" + Texts.shorten(date, 40) + "\", which is no date.",
                    "Write a day such as 2027-03-01, or a moment such as 2027-03-01T08:00:00Z.",
                    Map.of("field", field)));
        }
    }
}
