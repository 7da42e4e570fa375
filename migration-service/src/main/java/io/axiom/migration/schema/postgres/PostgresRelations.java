package io.axiom.migration.schema.postgres;

import static io.axiom.migration.schema.postgres.PostgresCatalog.ours;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.Scope;

/** Tables, partitions, views and materialized views; their columns are read by {@link PostgresColumns}. */
final class PostgresRelations {
    static final String RELATIONS = """
            SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, c.relpersistence AS persistence,
              array_to_string(c.reloptions, ', ') AS options, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
              c.relreplident AS identity, c.relispopulated AS populated, c.relispartition AS partition, ts.spcname AS tablespace,
              c.reltype AS type, t.typarray AS array, w.oid AS rule,
              CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
              pg_get_expr(c.relpartbound, c.oid) AS bound,
              CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
              (SELECT jsonb_agg(quote_ident(pn.nspname) || '.' || quote_ident(p.relname) ORDER BY i.inhseqno)
                FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                WHERE i.inhrelid = c.oid) AS parents,
              obj_description(c.oid, 'pg_class') AS comment
            FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_type t ON t.oid = c.reltype
              LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
              LEFT JOIN pg_rewrite w ON w.ev_class = c.oid AND w.rulename = '_RETURN'
            WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relpersistence <> 't' AND %s""".formatted(ours("pg_class", "c"));

    private PostgresRelations() {}

    static void read(CatalogRows rows, Scope scope, Assembly assembly) {
        for (Row row : rows.of(RELATIONS)) {
            if (scope.covers(row.text("schema")) && scope.coversRelation(row.text("name"))) {
                relation(row, assembly);
            }
        }
    }

    private static void relation(Row row, Assembly assembly) {
        Kind kind = switch (row.text("kind")) {
            case "v" -> Kind.VIEW;
            case "m" -> Kind.MATERIALIZED_VIEW;
            default -> Kind.TABLE;
        };
        ObjectId id = ObjectId.of(kind, row.text("schema"), row.text("name"));
        String parents = String.join(", ", row.list("parents"));
        assembly.add(id, "pg_class:" + row.text("oid"))
                .set(Property.COMMENT, row.get("comment"))
                .set(Property.OPTIONS, row.get("options"))
                .set(Property.DEFINITION, row.get("definition"))
                .set(Property.PARTITION_KEY, row.get("partition_key"))
                .set(Property.PARTITION_BOUND, row.get("bound"))
                .set(row.flag("partition") ? Property.PARTITION_OF : Property.INHERITS, parents)
                .set(Property.TABLESPACE, row.get("tablespace"))
                .flag(Property.UNLOGGED, row.text("persistence").equals("u"))
                .set(Property.ROW_SECURITY, row.flag("forced") ? "forced" : row.flag("secured") ? "on" : null)
                .flag(Property.UNPOPULATED, !row.flag("populated"))
                .set(
                        Property.REPLICA_IDENTITY,
                        switch (kind == Kind.TABLE ? row.text("identity") : "") {
                            case "f" -> "FULL";
                            case "n" -> "NOTHING";
                            default -> null;
                        });
        assembly.alias("pg_type:" + row.text("type"), id);
        assembly.alias("pg_type:" + row.text("array"), id);
        assembly.alias("pg_rewrite:" + row.text("rule"), id);
    }
}
