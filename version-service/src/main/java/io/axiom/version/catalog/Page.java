package io.axiom.version.catalog;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next the {@code cursor} of the part that follows; null when this is the last
 */
record Page<T>(List<T> items, @Nullable String next) {
    static final int USUAL = 50;
    static final int MOST = 500;

    /** Makes a page of at most {@code limit} from a query for one row more. */
    static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = List.copyOf(oneMore.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The limit asked for, within bounds. */
    static int limit(@Nullable String given) {
        long limit = given == null ? USUAL : number("limit", given);
        if (limit < 1 || limit > MOST) {
            throw invalid("limit", "The limit is not between 1 and " + MOST + ".");
        }
        return (int) limit;
    }

    static long number(String parameter, String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw invalid(parameter, "The " + parameter + " is not a whole number.");
        }
    }

    static RejectedException invalid(String parameter, String detail) {
        return new RejectedException(new Rejection(
                "request.invalid",
                Rejection.Kind.INVALID,
                detail,
                "Use what the previous page's \"next\" says as cursor, and a limit of 1 to " + MOST + ".",
                Map.of("field", parameter)));
    }
}
