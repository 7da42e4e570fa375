package io.axiom.migration.run;

import io.axiom.language.Rejection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a run ended early.
 *
 * @param code stable: {@code migration.run.*}
 * @param detail what happened, with the engine's own words
 * @param file the statement is in; null where that is not known
 * @param line in the file, of the error where the engine tells its place, else of the statement; 0 where it is not known
 * @param statement number counted from 1, as in the file: what keeps data for a statement has its number; 0 where none is to blame
 * @param text of the statement that was refused, shortened; empty where there is none
 * @param state what state the database is in now
 * @param next what to do
 */
public record Failure(
        String code,
        String detail,
        @Nullable String file,
        int line,
        int statement,
        String text,
        String state,
        String next) {

    /** For answers and exceptions. */
    public Rejection rejection() {
        Map<String, String> context = new TreeMap<>();
        if (file != null) {
            context.put("file", file);
        }
        if (line > 0) {
            context.put("line", Integer.toString(line));
        }
        if (statement > 0) {
            context.put("statement", Integer.toString(statement));
            context.put("text", text);
        }
        context.put("state", state);
        return new Rejection(code, Rejection.Kind.UNPROCESSABLE, detail + ' ' + state, next, context);
    }

    /** All of it for a terminal. */
    @Override
    public String toString() {
        String where = file == null ? "" : file + (line > 0 ? ":" + line : "") + ": ";
        String which = statement > 0 ? "\n  statement " + statement + ": " + text : "";
        return code + ": " + where + detail + which + "\n  state: " + state + "\n  next: " + next;
    }
}
