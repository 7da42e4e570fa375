package io.axiom.version.surface.openapi.rule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The policy for deprecation and sunset, and the day it is applied on.
 *
 * @param betaDays days that must lie between deprecation and sunset of what is beta; 0 asks for no sunset date
 * @param stableDays the same for what is stable
 * @param threshold what is less settled than this may change freely
 */
public record Lifecycle(LocalDate today, int betaDays, int stableDays, StabilityLevel threshold) {
    public static final String SUNSET = "x-sunset";

    public int days(StabilityLevel level) {
        return switch (level) {
            case DRAFT, ALPHA -> 0;
            case BETA -> betaDays;
            case STABLE -> stableDays;
        };
    }

    public boolean includes(StabilityLevel level) {
        return level.compareTo(threshold) >= 0;
    }

    public boolean tooSoon(LocalDate sunset, StabilityLevel level) {
        return sunset.isBefore(today.plusDays(days(level)));
    }

    public boolean isAhead(LocalDate sunset) {
        return sunset.isAfter(today);
    }

    /** A date or an RFC 3339 date-time; null where the value is neither. */
    public static @Nullable LocalDate date(JsonNode sunset) {
        if (!sunset.isString()) {
            return null;
        }
        String text = sunset.asString();
        try {
            return text.length() > 10 ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }
}
