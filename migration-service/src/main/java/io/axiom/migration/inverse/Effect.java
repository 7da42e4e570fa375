package io.axiom.migration.inverse;

import java.util.Locale;
import java.util.Set;

/** What a statement may do to rows, by its first word. */
enum Effect {
    /** Changes the schema or nothing. */
    SCHEMA,
    /** Changes rows of tables the engine can name beforehand. */
    ROWS,
    /** May do anything: a block, a call, a query with functions. */
    ANYTHING,
    /** Brings rows that come from outside the statement. */
    OUTSIDE;

    private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "REPLACE");
    private static final Set<String> OPAQUE =
            Set.of("SELECT", "DO", "CALL", "EXECUTE", "TRUNCATE", "EXPLAIN", "PERFORM");

    static Effect of(String statement) {
        String verb = verb(statement);
        if (WRITES.contains(verb)) {
            return ROWS;
        }
        return OPAQUE.contains(verb) ? ANYTHING : verb.equals("COPY") || verb.equals("LOAD") ? OUTSIDE : SCHEMA;
    }

    /** The first word in upper case, comments and parentheses before it left out. */
    static String verb(String statement) {
        int i = 0;
        int length = statement.length();
        while (i < length) {
            char c = statement.charAt(i);
            if (Character.isWhitespace(c) || c == '(') {
                i++;
            } else if (statement.startsWith("--", i) || c == '#') {
                int end = statement.indexOf('\n', i);
                i = end < 0 ? length : end + 1;
            } else if (statement.startsWith("/*", i)) {
                int end = statement.indexOf("*/", i + 2);
                i = end < 0 ? length : end + 2;
            } else {
                break;
            }
        }
        int end = i;
        while (end < length && Character.isLetter(statement.charAt(end))) {
            end++;
        }
        return statement.substring(i, end).toUpperCase(Locale.ROOT);
    }
}
