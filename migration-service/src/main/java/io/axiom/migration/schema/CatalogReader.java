package io.axiom.migration.schema;

import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.postgres.PostgresCatalogReader;
import io.axiom.migration.schema.sqlite.SqliteCatalogReader;
import java.util.function.BooleanSupplier;

/**
 * Reads one database's schema again and again; what has not changed since the last time is not read again, and an unchanged schema
 * is the same object. For a database that nobody but the session changes.
 */
public interface CatalogReader {
    Capture capture();

    /** Notes how the schema is now. What this answers says whether it is so still, and no only where that is not sure. */
    default BooleanSupplier watch() {
        return () -> false;
    }

    static CatalogReader of(SqlSession session) {
        return switch (session.engine()) {
            case POSTGRESQL -> new PostgresCatalogReader(session, Scope.ALL);
            case SQLITE -> new SqliteCatalogReader(session, Scope.ALL);
            case MARIADB -> () -> Catalog.capture(session, Scope.ALL);
        };
    }
}
