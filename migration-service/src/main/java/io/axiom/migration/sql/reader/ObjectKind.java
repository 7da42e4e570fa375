package io.axiom.migration.sql.reader;

import java.util.Locale;

/** Reads the kind of object a CREATE, ALTER or DROP is about. */
final class ObjectKind {
    private static final String[][] LONG = {
        {"materialized", "view"},
        {"foreign", "table"},
        {"foreign", "data", "wrapper"},
        {"event", "trigger"},
        {"text", "search"},
        {"access", "method"},
        {"operator", "class"},
        {"operator", "family"},
        {"user", "mapping"},
        {"default", "privileges"},
        {"resource", "group"}
    };

    private ObjectKind() {}

    /** In lower case, {@code database} for MySQL's {@code schema}. */
    static String read(Cursor cursor) {
        for (String[] words : LONG) {
            if (cursor.take(words)) {
                return String.join(" ", words);
            }
        }
        if (!cursor.peek().isName()) {
            throw cursor.unexpected("a kind of object");
        }
        String word = cursor.next().text().toLowerCase(Locale.ROOT);
        return word.equals("schema") && cursor.isMySql() ? "database" : word;
    }
}
