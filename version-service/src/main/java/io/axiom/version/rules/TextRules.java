package io.axiom.version.rules;

import io.axiom.language.RejectedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long texts in events may be: they are kept for ever and read by people. */
public final class TextRules {
    public static final int MOST_CHARACTERS = 2_000;
    public static final int MOST_ENTRIES = 200;

    private TextRules() {}

    public static @Nullable String optional(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : required(field, text);
    }

    public static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw refused(field, "The " + field + " is empty.", "Say it in a sentence or two.");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw refused(
                    field,
                    "The " + field + " has " + text.length() + " characters.",
                    "Use at most " + MOST_CHARACTERS + "; link to what is longer.");
        }
        return text.strip();
    }

    public static List<String> list(String field, @Nullable List<String> texts) {
        List<String> given = texts == null ? List.of() : texts;
        if (given.size() > MOST_ENTRIES) {
            throw refused(
                    field, "The " + field + " has " + given.size() + " entries.", "Use at most " + MOST_ENTRIES + ".");
        }
        return given.stream().map(text -> required(field, text)).toList();
    }

    private static RejectedException refused(String field, String detail, String next) {
        return new RejectedException(Invalid.of("request.text-invalid", field, detail, next));
    }
}
