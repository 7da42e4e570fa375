package io.axiom.migration.sql.syntax;

import io.axiom.migration.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as its tokens. */
public record Expression(List<Token> tokens) {
    public static final Expression NONE = new Expression(List.of());

    /**
     * A function call in an expression.
     *
     * @param name in lower case; {@code pg_catalog} left out
     * @param arguments how many were given
     */
    public record Call(String name, int arguments) {}

    public Expression {
        tokens = List.copyOf(tokens);
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    public int offset() {
        return tokens.isEmpty() ? 0 : tokens.getFirst().offset();
    }

    /** {@code NULL}, perhaps with a cast. */
    public boolean isNull() {
        return !isEmpty()
                && tokens.getFirst().is("null")
                && (tokens.size() == 1 || tokens.get(1).isSymbol("::"));
    }

    /** Every function call in it, however deep. */
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).isSymbol("(") && !isKeywordOrType(i)) {
                calls.add(new Call(callName(i), countArguments(i + 1)));
            }
        }
        return calls;
    }

    /** The columns for which this, as a check, demands a value: each {@code c IS NOT NULL} joined by AND. */
    public List<Name> notNullColumns() {
        List<Token> flat = tokens.stream()
                .filter(token -> !token.isSymbol("(") && !token.isSymbol(")"))
                .toList();
        List<Name> columns = new ArrayList<>();
        for (int i = 0; i < flat.size(); i += 5) {
            boolean demand = i + 3 < flat.size()
                    && flat.get(i).isName()
                    && flat.get(i + 1).is("is")
                    && flat.get(i + 2).is("not")
                    && flat.get(i + 3).is("null")
                    && (i + 4 == flat.size() || flat.get(i + 4).is("and"));
            if (!demand) {
                return List.of();
            }
            columns.add(Name.of(flat.get(i)));
        }
        return columns;
    }

    private boolean isKeywordOrType(int at) {
        Token before = at > 0 ? tokens.get(at - 1) : null;
        Token word = tokens.get(at);
        boolean cast = before != null && (before.isSymbol("::") || before.is("as"));
        return cast
                || isOneOf(
                        word,
                        "and",
                        "or",
                        "not",
                        "in",
                        "any",
                        "all",
                        "some",
                        "row",
                        "when",
                        "then",
                        "else",
                        "case",
                        "array",
                        "cast",
                        "is",
                        "between",
                        "like",
                        "values",
                        "interval",
                        "numeric",
                        "decimal",
                        "varchar",
                        "char",
                        "bit",
                        "timestamp",
                        "timestamptz",
                        "time",
                        "coalesce",
                        "nullif",
                        "greatest",
                        "least",
                        "grouping",
                        "exists");
    }

    private static boolean isOneOf(Token token, String... words) {
        for (String word : words) {
            if (token.is(word)) {
                return true;
            }
        }
        return false;
    }

    private String callName(int at) {
        String name = Name.of(tokens.get(at)).value();
        boolean qualified = at >= 2 && tokens.get(at - 1).isSymbol(".");
        @Nullable String schema = qualified ? Name.of(tokens.get(at - 2)).value() : null;
        return schema == null || schema.equals("pg_catalog") ? name : schema + "." + name;
    }

    private int countArguments(int open) {
        int depth = 0;
        int commas = 0;
        for (int i = open; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != TokenKind.SYMBOL) {
                continue;
            }
            depth += token.text().equals("(") || token.text().equals("[") ? 1 : 0;
            depth -= token.text().equals(")") || token.text().equals("]") ? 1 : 0;
            commas += depth == 1 && token.text().equals(",") ? 1 : 0;
            if (depth == 0) {
                return i == open + 1 ? 0 : commas + 1;
            }
        }
        return commas + 1;
    }
}
