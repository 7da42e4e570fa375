package io.axiom.migration.schema.sqlite;

import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.*;

public final class SqliteCatalog {
    public static Capture capture(SqlSession s, Scope scope) {
        throw new UnsupportedOperationException();
    }
}
