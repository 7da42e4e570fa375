package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;

/** Owners, and privileges of schemas, tables, views, sequences, routines and types. Roles themselves are the server's. */
final class PostgresGrants {
    private static final String GRANTS = """
            SELECT x.catalog, x.oid, pg_get_userbyid(x.owner) AS owner, g.grantee AS grantee_oid,
              CASE WHEN g.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(g.grantee) END AS grantee,
              jsonb_agg(g.privilege_type || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                ORDER BY g.privilege_type) AS privileges
            FROM (
              SELECT 'pg_namespace' AS catalog, oid, nspowner AS owner, nspacl AS acl, 'n'::"char" AS type FROM pg_namespace
              UNION ALL SELECT 'pg_class', oid, relowner, relacl, CASE WHEN relkind = 'S' THEN 's' ELSE 'r' END::"char"
                FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
              UNION ALL SELECT 'pg_proc', oid, proowner, proacl, 'f' FROM pg_proc
              UNION ALL SELECT 'pg_type', oid, typowner, typacl, 'T' FROM pg_type WHERE typtype IN ('e', 'd', 'r')
                OR typrelid IN (SELECT oid FROM pg_class WHERE relkind = 'c')
            ) x CROSS JOIN LATERAL aclexplode(coalesce(x.acl, acldefault(x.type, x.owner))) g
            GROUP BY x.catalog, x.oid, x.owner, g.grantee""";

    private PostgresGrants() {}

    static void read(CatalogRows rows, Assembly assembly) {
        for (Row row : rows.of(GRANTS)) {
            ObjectId target = assembly.at(row.text("catalog") + ':' + row.text("oid"));
            Assembly.Draft draft = assembly.draft(target);
            if (target == null || draft == null) {
                continue;
            }
            draft.set(Property.OWNER, row.text("owner"));
            assembly.add(new ObjectId(Kind.GRANT, target.schema(), target.text(), row.text("grantee")))
                    .elements(row.list("privileges"))
                    .needs(target);
        }
    }
}
