package io.axiom.migration.schema.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * A token of a statement that SQLite has accepted, so nothing is left open.
 *
 * @param text as written
 * @param start offset in the statement
 */
public record Token(String text, int start) {

    /** The tokens of a statement, without blanks and comments. */
    public static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < sql.length()) {
            int end = end(sql, i);
            char c = sql.charAt(i);
            boolean comment = sql.startsWith("--", i) || sql.startsWith("/*", i);
            if (!Character.isWhitespace(c) && !comment) {
                tokens.add(new Token(sql.substring(i, end), i));
            }
            i = end;
        }
        return tokens;
    }

    private static int end(String sql, int start) {
        char c = sql.charAt(start);
        if (sql.startsWith("--", start)) {
            return after(sql, "\n", start + 2);
        } else if (sql.startsWith("/*", start)) {
            return after(sql, "*/", start + 2);
        } else if (c == '\'' || c == '"' || c == '`') {
            int i = start + 1;
            while (i < sql.length()) {
                if (sql.charAt(i) != c) {
                    i++;
                } else if (i + 1 < sql.length() && sql.charAt(i + 1) == c) {
                    i += 2;
                } else {
                    return i + 1;
                }
            }
            return sql.length();
        } else if (c == '[') {
            return after(sql, "]", start + 1);
        } else if (word(c)) {
            int i = start;
            while (i < sql.length() && (word(sql.charAt(i)) || sql.charAt(i) == '.' && Character.isDigit(c))) {
                i++;
            }
            return i;
        }
        return start + 1;
    }

    private static int after(String sql, String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    public int end() {
        return start + text.length();
    }

    /** Whether it is this keyword. */
    boolean is(String keyword) {
        return text.equalsIgnoreCase(keyword);
    }

    /** The identifier without its quotes. */
    public String name() {
        char c = text.charAt(0);
        if (text.length() > 1 && (c == '"' || c == '`' || c == '[' || c == '\'')) {
            String inside = text.substring(1, text.length() - 1);
            return c == '[' ? inside : inside.replace("" + c + c, String.valueOf(c));
        }
        return text;
    }

    /** As it is compared: SQLite itself puts names into quotes when something is renamed. */
    private String plain() {
        boolean quoted = text.length() > 2 && "\"`[".indexOf(text.charAt(0)) >= 0;
        return quoted && name().chars().allMatch(c -> word((char) c)) ? name() : text;
    }

    /** The tokens with one blank between, none beside parentheses and dots: the same for the same statement. */
    static String joined(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            boolean tight = text.isEmpty()
                    || "(.".indexOf(text.charAt(text.length() - 1)) >= 0
                    || token.text.equals(")")
                    || token.text.equals(",")
                    || token.text.equals(".");
            text.append(tight ? "" : " ").append(token.plain());
        }
        return text.toString();
    }
}
