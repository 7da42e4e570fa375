package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.Scope;

/** Reads a PostgreSQL schema; about fifteen queries, whatever the schema's size. Written for PostgreSQL 15 to 18. */
public final class PostgresCatalog {
    /** What is not the engine's own and belongs to no extension; {@code %1$s} is the catalog, {@code %2$s} its alias. */
    private static final String OURS = """
            %2$s.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_depend member
              WHERE member.classid = '%1$s'::regclass AND member.objid = %2$s.oid AND member.deptype = 'e')""";

    private PostgresCatalog() {}

    /** Reads the schema. The session's search path is emptied meanwhile, so that every name comes out qualified. */
    public static Capture capture(SqlSession session, Scope scope) {
        Row setting = session.query("""
                        SELECT current_setting('search_path') AS path, current_setting('server_version') AS version,
                          current_setting('server_version_num') AS number""").getFirst();
        session.execute("SET search_path = ''");
        try {
            Assembly assembly = new Assembly();
            PostgresTypes.read(session, scope, assembly);
            PostgresRelations.read(session, scope, assembly);
            PostgresColumns.read(session, assembly);
            PostgresSequences.read(session, assembly);
            PostgresConstraints.read(session, assembly, setting.number("number") >= 18_00_00);
            PostgresIndexes.read(session, assembly);
            PostgresRoutines.read(session, scope, assembly);
            PostgresAttachments.read(session, assembly);
            PostgresOthers.read(session, scope, assembly);
            PostgresDependencies.read(session, assembly);
            if (scope.privileges()) {
                PostgresGrants.read(session, assembly);
            }
            return assembly.capture(Engine.POSTGRESQL, setting.text("version").split(" ", 2)[0]);
        } finally {
            String path = setting.text("path");
            session.execute("SELECT set_config('search_path', " + Engine.POSTGRESQL.literal(path) + ", false)");
        }
    }

    /** The condition that an object is a user's own. */
    static String ours(String catalog, String alias) {
        return OURS.formatted(catalog, alias);
    }
}
