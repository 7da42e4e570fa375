package io.axiom.migration.sql;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import java.util.Map;

/** Text that cannot be cut into tokens or statements: what is wrong, and where. Has no stack trace: it is an answer. */
public final class UnreadableSql extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String what;
    private final String next;

    UnreadableSql(int offset, String what, String next) {
        super(what, null, false, false);
        this.offset = offset;
        this.what = what;
        this.next = next;
    }

    /** Characters from the start of the text. */
    public int offset() {
        return offset;
    }

    public String what() {
        return what;
    }

    /** What the author can do about it. */
    public String next() {
        return next;
    }

    static UnreadableSql unclosed(int offset, String quote) {
        return new UnreadableSql(
                offset,
                "unclosed quote '" + (quote.equals("'") ? "\\'" : quote) + "'",
                "Close it, or double it where the character itself is meant.");
    }

    RejectedException in(String text) {
        Position at = Position.of(text, offset);
        return new RejectedException(new Rejection(
                "migration.sql.unreadable",
                Rejection.Kind.INVALID,
                at.line() + ":" + at.column() + ": " + what,
                next,
                Map.of("line", Integer.toString(at.line()), "column", Integer.toString(at.column()))));
    }
}
