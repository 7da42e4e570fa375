package io.axiom.deployment.rollout;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits on what comes from outside. Every refusal has the code {@code request.<what>-invalid}. */
public final class Validation {
    static final int MAX_TEXT = 1000;

    private Validation() {}

    public static RejectedException invalid(String what, String detail, String next) {
        return new RejectedException(
                new Rejection("request." + what + "-invalid", Kind.INVALID, detail, next, Map.of("field", what)));
    }

    static void text(String what, @Nullable String value, int least, int most) {
        int length = value == null ? 0 : value.length();
        if (length < least || length > most) {
            throw invalid(
                    what,
                    "The " + what + " has " + length + " characters.",
                    "Give between " + least + " and " + most + " characters.");
        }
    }

    public static void reason(@Nullable String reason) {
        text("reason", reason, 0, MAX_TEXT);
    }

    static void number(String what, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw invalid(
                    what, "The " + what + " is " + value + ".", "Give a number from " + least + " to " + most + '.');
        }
    }

    public static void duration(String what, @Nullable Duration value, Duration least, Duration most) {
        if (value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
            throw invalid(
                    what, "The " + what + " is " + value + ".", "Give a duration from " + least + " to " + most + '.');
        }
    }

    static void size(String what, @Nullable Collection<?> values, int most) {
        if (values != null && values.size() > most) {
            throw invalid(what, values.size() + " " + what + " were given.", "Give at most " + most + '.');
        }
    }

    static void texts(String what, @Nullable Collection<String> values, int mostOfThem, int mostLength) {
        size(what, values, mostOfThem);
        if (values != null) {
            for (String value : values) {
                text(what, value, 1, mostLength);
            }
        }
    }

    static String shown(String value) {
        return '"' + Texts.shorten(value, 60) + '"';
    }
}
