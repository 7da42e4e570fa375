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
            while (!cursor.atSymbol(",")
                    && !cursor.atAny("select", "insert", "update", "delete", "merge", "values", "table")) {
                if (cursor.atEnd() || cursor.atSymbol("(")) {
                    return;
                }
                cursor.next();
            }
        } while (cursor.takeSymbol(","));
    }
}
