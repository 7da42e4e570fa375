package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.TokenKind;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of names. */
final class NamesReader {
    private NamesReader() {}

    /** {@code (a, b)}; what follows a name in its place, such as a length or DESC, is passed over. */
    static List<Name> columns(Cursor cursor) {
        return names(cursor, cursor.group(), false);
    }

    /** {@code (a, b)} where values go; a part of a column, such as {@code a[1]} or {@code a.x}, may be filled beside its others. */
    static List<Name> targets(Cursor cursor) {
        return names(cursor, cursor.group(), true);
    }

    private static List<Name> names(Cursor cursor, Expression group, boolean wholeOnly) {
        List<Name> names = new ArrayList<>();
        Cursor inner = cursor.over(group);
        while (!inner.atEnd()) {
            boolean whole = inner.peek(1).isSymbol(",") || inner.peek(1).kind() == TokenKind.END;
            if (inner.peek().isName() && (whole || !wholeOnly)) {
                names.add(inner.name());
            }
            inner.until(any -> false);
            inner.takeSymbol(",");
        }
        return names;
    }
}
