package io.axiom.migration.schema.postgres;

import static io.axiom.migration.schema.postgres.PostgresCatalog.ours;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.Scope;

/** Functions and procedures. Aggregates are named by {@link PostgresOthers}. */
final class PostgresRoutines {
    private static final String ROUTINES = """
            SELECT p.oid, n.nspname AS schema, p.proname AS name, p.prokind AS kind,
              pg_get_function_identity_arguments(p.oid) AS arguments, pg_get_function_arguments(p.oid) AS all_arguments,
              pg_get_function_result(p.oid) AS result, pg_get_functiondef(p.oid) AS definition,
              obj_description(p.oid, 'pg_proc') AS comment,
              (SELECT jsonb_agg(format_type(a.t, NULL) ORDER BY a.o) FROM unnest(p.proargtypes) WITH ORDINALITY a(t, o)) AS types
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE p.prokind IN ('f', 'p', 'w') AND %s AND NOT EXISTS (SELECT 1 FROM pg_depend made
              WHERE made.classid = 'pg_proc'::regclass AND made.objid = p.oid AND made.deptype = 'i')""".formatted(ours("pg_proc", "p"));

    private PostgresRoutines() {}

    static void read(CatalogRows rows, Scope scope, Assembly assembly) {
        for (Row row : rows.of(ROUTINES)) {
            if (!scope.covers(row.text("schema"))) {
                continue;
            }
            Kind kind = row.text("kind").equals("p") ? Kind.PROCEDURE : Kind.FUNCTION;
            String name = row.text("name") + '(' + String.join(", ", row.list("types")) + ')';
            assembly.add(ObjectId.of(kind, row.text("schema"), name), "pg_proc:" + row.text("oid"))
                    .set("routine", row.text("name"))
                    .set("arguments", row.get("all_arguments"))
                    .set("identityArguments", row.get("arguments"))
                    .set(Property.RESULT, row.get("result"))
                    .set(Property.DEFINITION, row.text("definition").stripTrailing())
                    .set(Property.COMMENT, row.get("comment"));
        }
    }
}
