package io.axiom.migration.schema.diff;

import io.axiom.migration.schema.sqlite.Token;
import java.util.ArrayList;
import java.util.List;

/** Cuts a script at its semicolons, those between BEGIN and END left alone: MariaDB takes one statement at a time. */
final class MariaDbScript {
    private MariaDbScript() {}

    static List<String> split(String script) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        int depth = 0;
        String before = "";
        for (Token token : Token.of(script)) {
            String word = token.text().toUpperCase(java.util.Locale.ROOT);
            boolean opens = word.equals("BEGIN") || word.equals("CASE") && !before.equals("END");
            boolean closes = word.equals("END");
            depth = Math.max(0, depth + (opens ? 1 : closes ? -1 : 0));
            if (before.equals("END")
                    && List.of("IF", "LOOP", "WHILE", "REPEAT", "FOR").contains(word)) {
                depth++;
            }
            if (word.equals(";") && depth == 0) {
                add(script.substring(start, token.start()), statements);
                start = token.end();
            }
            before = word;
        }
        add(script.substring(start), statements);
        return statements;
    }

    private static void add(String statement, List<String> statements) {
        if (!Token.of(statement).isEmpty()) {
            statements.add(statement.strip());
        }
    }
}
