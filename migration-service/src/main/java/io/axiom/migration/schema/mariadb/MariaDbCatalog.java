package io.axiom.migration.schema.mariadb;

import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.*;

public final class MariaDbCatalog {
    public static Capture capture(SqlSession s, Scope scope) {
        throw new UnsupportedOperationException();
    }
}
