package io.axiom.migration.sql.reader;

/** Passes over the queries of a WITH clause, so that the statement they serve is next. */
final class WithReader {
    private WithReader() {}

    static void skip(Cursor cursor) {
        cursor.expect("with");
        cursor.take("recursive");
        do {
            cursor.name();
            cursor.takeGroup();
            cursor.expect("as");
            cursor.take("not");
            cursor.take("materialized");
            cursor.group();
            searchOrCycle(cursor);
        } while (cursor.takeSymbol(","));
    }

    /** {@code SEARCH DEPTH FIRST BY a, b SET c} and {@code CYCLE a, b SET c TO true DEFAULT false USING d}. */
    private static void searchOrCycle(Cursor cursor) {
        while (cursor.takeAny("search", "cycle")) {
            while (!cursor.take("set")) {
                if (cursor.atEnd()) {
                    throw cursor.unexpected("SET");
                }
                cursor.next();
            }
            cursor.name();
            if (cursor.take("to")) {
                cursor.until(at -> at.at("default"));
                cursor.expect("default");
                cursor.until(at -> at.at("using"));
            }
            if (cursor.take("using")) {
                cursor.name();
            }
        }
    }
}
