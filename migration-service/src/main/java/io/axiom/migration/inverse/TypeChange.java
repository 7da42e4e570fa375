package io.axiom.migration.inverse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which changes of a column's type leave every value as it was, so that the old type can read it again. */
final class TypeChange {
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Pattern SIZED = Pattern.compile("([a-z ]+)\\((\\d+)(?:,(\\d+))?\\)(.*)");

    private TypeChange() {}

    /** A statement that says USING computes its own values, so nothing is known of them. */
    static boolean keepsValues(@Nullable String from, @Nullable String to, String statement) {
        if (from == null || to == null || statement.toUpperCase(Locale.ROOT).contains("USING")) {
            return false;
        }
        if (INTEGERS.contains(from) && INTEGERS.contains(to)) {
            // A narrower integer is refused where a value does not fit.
            return true;
        }
        if (to.equals("text")) {
            return !from.startsWith("character(")
                    && !from.endsWith("[]")
                    && !from.equals("real")
                    && !from.startsWith("double");
        }
        if (INTEGERS.contains(from) && to.equals("numeric") || from.startsWith("numeric") && to.equals("numeric")) {
            return true;
        }
        if (from.startsWith("character varying(") && to.equals("character varying")
                || from.equals("real") && to.equals("double precision")
                || from.equals("date") && to.startsWith("timestamp without")
                || from.equals("jsonb") && to.equals("json")) {
            return true;
        }
        return wider(SIZED.matcher(from), SIZED.matcher(to));
    }

    private static boolean wider(Matcher from, Matcher to) {
        if (!from.matches() || !to.matches() || !from.group(1).equals(to.group(1))) {
            return false;
        }
        int length = number(from, 2);
        int newLength = number(to, 2);
        int scale = number(from, 3);
        int newScale = number(to, 3);
        return switch (from.group(1)) {
            case "character varying", "varchar", "bit varying", "varbinary" -> newLength >= length;
            case "numeric", "decimal" -> newScale >= scale && newLength - newScale >= length - scale;
            default -> false;
        };
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
