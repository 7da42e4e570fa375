package io.axiom.migration.inverse;

import java.util.Locale;

/** A value for a declared type of SQLite, by its affinity (section 3.1 of its "Datatypes" page). */
final class SqliteValues {
    private SqliteValues() {}

    static String value(String type, int row) {
        String upper = type.toUpperCase(Locale.ROOT);
        if (upper.contains("INT") || upper.contains("BOOL")) {
            return Integer.toString(row);
        } else if (upper.contains("CHAR")
                || upper.contains("CLOB")
                || upper.contains("TEXT")
                || upper.contains("DATE")) {
            return upper.contains("DATE") ? "'2024-02-2" + row + " 10:20:30'" : "'Row " + row + " ä'";
        } else if (upper.contains("BLOB") || upper.isEmpty()) {
            return "x'00ff0" + row + "'";
        }
        return row + ".5";
    }
}
