package io.axiom.migration.schema;

import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.mariadb.MariaDbCatalog;
import io.axiom.migration.schema.postgres.PostgresCatalog;
import io.axiom.migration.schema.sqlite.SqliteCatalog;

/** Reads the schema of the database a session is connected to. */
public final class Catalog {
    private Catalog() {}

    public static Snapshot read(SqlSession session) {
        return capture(session, Scope.ALL).snapshot();
    }

    public static Capture capture(SqlSession session, Scope scope) {
        return switch (session.engine()) {
            case POSTGRESQL -> PostgresCatalog.capture(session, scope);
            case MARIADB -> MariaDbCatalog.capture(session, scope);
            case SQLITE -> SqliteCatalog.capture(session, scope);
        };
    }
}
