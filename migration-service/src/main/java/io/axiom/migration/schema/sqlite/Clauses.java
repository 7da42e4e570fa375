package io.axiom.migration.schema.sqlite;

import io.axiom.migration.schema.sqlite.TableText.ConstraintText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What follows a column's name: its type, then clauses. Clauses a table constraint could say are told as one. */
final class Clauses {
    private static final Set<String> STARTS = Set.of(
            "CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS", "NULL");

    private Clauses() {}

    static List<List<Token>> of(List<Token> tokens) {
        List<List<Token>> clauses = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            if (depth == 0 && i > start && starts(tokens, i)) {
                clauses.add(tokens.subList(start, i));
                start = i;
            }
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
        }
        if (start < tokens.size()) {
            clauses.add(tokens.subList(start, tokens.size()));
        }
        return clauses;
    }

    private static boolean starts(List<Token> tokens, int i) {
        String word = tokens.get(i).text().toUpperCase(Locale.ROOT);
        Token before = tokens.get(i - 1);
        boolean named = i >= 2 && tokens.get(i - 2).is("CONSTRAINT");
        boolean value = before.is("SET") || before.is("NOT") || before.is("DEFAULT") || before.is("ALWAYS");
        boolean notNull =
                word.equals("NOT") && i + 1 < tokens.size() && tokens.get(i + 1).is("NULL");
        return (STARTS.contains(word) || notNull) && !value && !named && !before.is("CONSTRAINT");
    }

    static void read(
            String column, String quoted, List<Token> tokens, List<String> extra, List<ConstraintText> constraints) {
        boolean named = tokens.getFirst().is("CONSTRAINT") && tokens.size() > 2;
        String name = named ? tokens.get(1).name() : "";
        List<Token> clause = named ? tokens.subList(2, tokens.size()) : tokens;
        String text = Token.joined(clause);
        String here = "(" + quoted + ")";
        switch (clause.getFirst().text().toUpperCase(Locale.ROOT)) {
            case "PRIMARY" -> {
                boolean counting = clause.getLast().is("AUTOINCREMENT");
                if (counting) {
                    extra.add("AUTOINCREMENT");
                }
                if (clause.stream().anyMatch(token -> token.is("DESC"))) {
                    extra.add("DESC");
                }
                constraints.add(new ConstraintText(name, "PRIMARY KEY " + here, List.of(column)));
            }
            case "UNIQUE" -> {
                String conflict = text.substring("UNIQUE".length());
                constraints.add(new ConstraintText(name, "UNIQUE " + here + conflict, List.of(column)));
            }
            case "CHECK" -> constraints.add(new ConstraintText(name, text, List.of(column)));
            case "REFERENCES" ->
                constraints.add(new ConstraintText(name, "FOREIGN KEY " + here + ' ' + text, List.of(column)));
            case "COLLATE", "GENERATED", "AS" -> extra.add(text);
            case "NOT" -> {
                if (clause.size() > 2) {
                    extra.add(text);
                }
            }
            default -> {
                // Type, default and NULL are told by the pragma.
            }
        }
    }
}
