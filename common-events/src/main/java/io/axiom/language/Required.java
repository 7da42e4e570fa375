package io.axiom.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields a request cannot do without. */
public final class Required {
    private Required() {}

    /** Returns {@code value}, or refuses the request by name of the {@code field}. */
    public static <T> T field(String field, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new RejectedException(new Rejection(
                    "request.field-missing",
                    Rejection.Kind.INVALID,
                    "The field \"" + field + "\" is missing.",
                    "Add \"" + field + "\" to the request's JSON body.",
                    Map.of("field", field)));
        }
        return value;
    }
}
