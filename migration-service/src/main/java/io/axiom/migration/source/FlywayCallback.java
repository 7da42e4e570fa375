package io.axiom.migration.source;

import java.util.Set;

/** Files that Flyway runs at its events, by name: {@code beforeMigrate.sql}, {@code afterMigrate__vacuum.sql}. */
final class FlywayCallback {
    private static final Set<String> ACTIONS = Set.of(
            "Migrate",
            "EachMigrate",
            "EachMigrateStatement",
            "Repeatables",
            "Versioned",
            "Clean",
            "Info",
            "Validate",
            "Baseline",
            "Repair",
            "Undo",
            "EachUndo",
            "EachUndoStatement",
            "Connect",
            "CreateSchema");

    private FlywayCallback() {}

    static boolean is(String file) {
        int end = file.indexOf("__") >= 0 ? file.indexOf("__") : file.indexOf('.');
        String stem = end < 0 ? file : file.substring(0, end);
        String action =
                stem.startsWith("before") ? stem.substring(6) : stem.startsWith("after") ? stem.substring(5) : "";
        String plain = action.endsWith("Error") ? action.substring(0, action.length() - 5) : action;
        return ACTIONS.contains(plain) || stem.equals("createSchema");
    }
}
