package io.axiom.migration.schema.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A CREATE TABLE statement taken apart.
 *
 * @param columns in their order
 * @param constraints of the table and of its columns alike, each as a table constraint
 * @param options after the closing parenthesis: STRICT, WITHOUT ROWID
 */
record TableText(List<ColumnText> columns, List<ConstraintText> constraints, String options) {
    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    /**
     * A column.
     *
     * @param sql its definition as written, name included
     * @param extra what is neither type, NOT NULL, default nor constraint: COLLATE, GENERATED, AUTOINCREMENT
     */
    record ColumnText(String name, String sql, String extra) {}

    /**
     * A constraint.
     *
     * @param name empty where it has none
     * @param text without the name, normalised
     * @param columns it is about
     */
    record ConstraintText(String name, String text, List<String> columns) {
        String keyword() {
            int blank = text.indexOf(' ');
            return (blank < 0 ? text : text.substring(0, blank))
                    .toUpperCase(Locale.ROOT)
                    .replaceAll("\\(.*", "");
        }
    }

    static TableText of(String sql) {
        List<Token> tokens = Token.of(sql);
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).text().equals("(")) {
            open++;
        }
        List<ColumnText> columns = new ArrayList<>();
        List<ConstraintText> constraints = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        int i = open;
        for (; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0 || depth == 1 && text.equals(",")) {
                item(sql, tokens.subList(start, i), columns, constraints);
                start = i + 1;
            }
            if (depth == 0) {
                break;
            }
        }
        List<Token> rest = i + 1 < tokens.size() ? tokens.subList(i + 1, tokens.size()) : List.of();
        return new TableText(columns, constraints, Token.joined(rest).toUpperCase(Locale.ROOT));
    }

    private static void item(
            String sql, List<Token> tokens, List<ColumnText> columns, List<ConstraintText> constraints) {
        if (tokens.isEmpty()) {
            return;
        }
        if (CONSTRAINTS.contains(tokens.getFirst().text().toUpperCase(Locale.ROOT))) {
            boolean named = tokens.getFirst().is("CONSTRAINT");
            String name = named ? tokens.get(1).name() : "";
            List<Token> body = named ? tokens.subList(2, tokens.size()) : tokens;
            constraints.add(new ConstraintText(name, Token.joined(body), names(body)));
            return;
        }
        String name = tokens.getFirst().name();
        List<String> extra = new ArrayList<>();
        for (List<Token> clause : Clauses.of(tokens.subList(1, tokens.size()))) {
            Clauses.read(name, Token.joined(tokens.subList(0, 1)), clause, extra, constraints);
        }
        String definition =
                sql.substring(tokens.getFirst().start(), tokens.getLast().end());
        columns.add(new ColumnText(name, definition, String.join(" ", extra)));
    }

    /** The columns in the first parentheses of a key, and every name in a check. */
    private static List<String> names(List<Token> tokens) {
        boolean check = tokens.getFirst().is("CHECK");
        List<String> names = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
            char c = token.text().charAt(0);
            boolean identifier = Character.isLetter(c) || c == '"' || c == '`' || c == '[' || c == '_';
            if (depth > 0 && identifier && !names.contains(token.name())) {
                names.add(token.name());
            }
            if (!check && depth == 0 && !names.isEmpty()) {
                break;
            }
        }
        return names;
    }
}
