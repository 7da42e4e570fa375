package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.Scope;
import java.util.function.Supplier;

/** Reads a PostgreSQL schema; about fifteen queries, whatever the schema's size. Written for PostgreSQL 15 to 18. */
public final class PostgresCatalog {
    /** What is not the engine's own and belongs to no extension; {@code %1$s} is the catalog, {@code %2$s} its alias. */
    private static final String OURS = """
            %2$s.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_depend member
              WHERE member.classid = '%1$s'::regclass AND member.objid = %2$s.oid AND member.deptype = 'e')""";

    private static final String SERVER = """
            SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number""";

    private PostgresCatalog() {}

    /** Reads the schema. The session's search path is emptied meanwhile, so that every name comes out qualified. */
    public static Capture capture(SqlSession session, Scope scope) {
        return qualified(session, "''", () -> assemble(session::query, scope));
    }

    /**
     * Does the work with an empty search path.
     *
     * @param also an expression to evaluate beforehand
     */
    static <T> T qualified(SqlSession session, String also, Supplier<T> work) {
        String path = session.query("SELECT current_setting('search_path') AS path, " + also + " AS also")
                .getFirst()
                .text("path");
        // Always the same text: at another, the driver throws away what it has prepared.
        session.execute("SET search_path = ''");
        try {
            return work.get();
        } finally {
            session.execute("SELECT set_config('search_path', " + Engine.POSTGRESQL.literal(path) + ", false)");
        }
    }

    static Capture assemble(CatalogRows rows, Scope scope) {
        Row server = rows.of(SERVER).getFirst();
        Assembly assembly = new Assembly();
        PostgresTypes.read(rows, scope, assembly);
        PostgresRelations.read(rows, scope, assembly);
        PostgresColumns.read(rows, assembly);
        PostgresSequences.read(rows, assembly);
        PostgresConstraints.read(rows, assembly, server.number("number") >= 18_00_00);
        PostgresIndexes.read(rows, assembly);
        PostgresRoutines.read(rows, scope, assembly);
        PostgresAttachments.read(rows, assembly);
        PostgresOthers.read(rows, scope, assembly);
        PostgresDependencies.read(rows, assembly);
        if (scope.privileges()) {
            PostgresGrants.read(rows, assembly);
        }
        return assembly.capture(Engine.POSTGRESQL, server.text("version").split(" ", 2)[0]);
    }

    /** The condition that an object is a user's own. */
    static String ours(String catalog, String alias) {
        return OURS.formatted(catalog, alias);
    }
}
