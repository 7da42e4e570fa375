package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of names. */
final class NamesReader {
    private NamesReader() {}

    /** {@code (a, b)}; what follows a name in its place, such as a length or DESC, is passed over. */
    static List<Name> columns(Cursor cursor) {
        return names(cursor, cursor.group());
    }

    static List<Name> names(Cursor cursor, Expression group) {
        List<Name> names = new ArrayList<>();
        Cursor inner = cursor.over(group);
        while (!inner.atEnd()) {
            if (inner.peek().isName()) {
                names.add(inner.name());
            }
            inner.until(any -> false);
            inner.takeSymbol(",");
        }
        return names;
    }
}
