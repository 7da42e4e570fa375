package io.axiom.migration.lint.rules;

import io.axiom.migration.sql.syntax.Expression;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** PostgreSQL's own functions that give one value for a whole statement. Functions of others count as volatile. */
final class StableFunctions {
    private static final String RESOURCE = "/io/axiom/migration/lint/postgresql-nonvolatile-functions.txt";

    /** Their arguments are written with words between them, so they cannot be counted. */
    private static final Set<String> SPECIAL_SYNTAX =
            Set.of("extract", "position", "substring", "trim", "overlay", "normalize", "collation");

    private static final Map<String, Arity> KNOWN = load();

    private record Arity(int least, int most) {}

    private StableFunctions() {}

    /** Whether each call in the expression is of such a function with arguments it can have. */
    static boolean only(Expression expression) {
        return expression.calls().stream().allMatch(StableFunctions::isStable);
    }

    private static boolean isStable(Expression.Call call) {
        Arity arity = KNOWN.get(call.name());
        return SPECIAL_SYNTAX.contains(call.name())
                || (arity != null && call.arguments() >= arity.least() && call.arguments() <= arity.most());
    }

    private static Map<String, Arity> load() {
        Map<String, Arity> known = new HashMap<>();
        try (InputStream resource = StableFunctions.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int first = line.indexOf(' ');
                int second = line.indexOf(' ', first + 1);
                known.put(
                        line.substring(0, first),
                        new Arity(
                                Integer.parseInt(line.substring(first + 1, second)),
                                Integer.parseInt(line.substring(second + 1))));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(known);
    }
}
