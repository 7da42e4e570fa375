package io.axiom.version.changelog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of the Angular convention, in the order a changelog shows them. */
enum ChangeType {
    FEAT("Features", true),
    FIX("Bug Fixes", true),
    PERF("Performance", true),
    REVERT("Reverts", true),
    SECURITY("Security", true),
    DEPRECATE("Deprecations", true),
    REFACTOR("Refactoring", false),
    DOCS("Documentation", false),
    BUILD("Build", false),
    CI("Continuous Integration", false),
    TEST("Tests", false),
    STYLE("Style", false),
    CHORE("Chores", false);

    private final String title;
    private final boolean notable;

    ChangeType(String title, boolean notable) {
        this.title = title;
        this.notable = notable;
    }

    static Optional<ChangeType> of(String type) {
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(type))
                .findFirst();
    }

    static String titleOf(String type) {
        if (type.isEmpty()) {
            return "Other Changes";
        }
        int first = type.offsetByCodePoints(0, 1);
        return of(type).map(known -> known.title)
                .orElseGet(() -> type.substring(0, first).toUpperCase(Locale.ROOT) + type.substring(first));
    }

    /** A type of a team's own is shown: it was not chosen for nothing. */
    static boolean isNotable(String type) {
        return of(type).map(known -> known.notable).orElse(true);
    }

    /** Known types as they are declared, then a team's own, then commits without a type. */
    static int rank(String type) {
        int own = type.isEmpty() ? values().length + 1 : values().length;
        return of(type).map(Enum::ordinal).orElse(own);
    }
}
