package io.axiom.deployment.status;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.runtime.messages.JsonInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What REST requests bring: bodies and parameters. */
final class Requests {
    private Requests() {}

    /** Nothing at all counts as an empty object. */
    static <T> T read(byte @Nullable [] body, Class<T> type) {
        return JsonInput.read(body == null || body.length == 0 ? "{}".getBytes(StandardCharsets.US_ASCII) : body, type);
    }

    static int limit(@Nullable String text) {
        return (int) number("limit", text, 50, 1, 500);
    }

    static @Nullable SchemaRollback schema(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        return Arrays.stream(SchemaRollback.values())
                .filter(value -> value.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "request.parameter-invalid",
                        Rejection.Kind.INVALID,
                        "The parameter \"schema\" is not one of the ways a schema can go.",
                        "Use one of "
                                + Arrays.stream(SchemaRollback.values())
                                        .map(SchemaRollback::word)
                                        .collect(Collectors.joining(", "))
                                + '.',
                        Map.of("parameter", "schema"))));
    }

    static long number(String name, @Nullable String text, long otherwise, long least, long most) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new RejectedException(new Rejection(
                "request.parameter-invalid",
                Rejection.Kind.INVALID,
                "The parameter \"" + name + "\" is not a number from " + least + " to " + most + '.',
                "Correct it and ask again.",
                Map.of("parameter", name)));
    }
}
