package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;

/** Indexes that are not behind a constraint; partial, expression, covering ones included. */
final class PostgresIndexes {
    static final String INDEXES = """
            SELECT c.oid, i.indrelid AS relation, c.relname AS name, regexp_replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') AS definition,
              i.indisunique AS unique, i.indisvalid AS valid, i.indisreplident AS replica, i.indisclustered AS clustered,
              pg_get_expr(i.indpred, i.indrelid) AS predicate, am.amname AS method, ts.spcname AS tablespace,
              (SELECT jsonb_agg(pg_get_indexdef(c.oid, k, true) ORDER BY k) FROM generate_series(1, i.indnatts) k) AS columns,
              obj_description(c.oid, 'pg_class') AS comment
            FROM pg_index i
              JOIN pg_class c ON c.oid = i.indexrelid
              JOIN pg_class r ON r.oid = i.indrelid AND r.relkind IN ('r', 'p', 'm')
              JOIN pg_am am ON am.oid = c.relam
              LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
            WHERE c.oid >= 16384 AND NOT c.relispartition AND NOT EXISTS (SELECT 1 FROM pg_constraint k
              WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))""";

    private PostgresIndexes() {}

    static void read(CatalogRows rows, Assembly assembly) {
        for (Row row : rows.of(INDEXES)) {
            ObjectId relation = assembly.at("pg_class:" + row.text("relation"));
            if (relation == null) {
                continue;
            }
            assembly.add(ObjectId.part(Kind.INDEX, relation, row.text("name")), "pg_class:" + row.text("oid"))
                    .set(Property.DEFINITION, row.get("definition"))
                    .flag(Property.UNIQUE, row.flag("unique"))
                    .set(Property.METHOD, row.get("method"))
                    .set(Property.PREDICATE, row.get("predicate"))
                    .set(Property.TABLESPACE, row.get("tablespace"))
                    .flag("invalid", !row.flag("valid"))
                    .flag("clustered", row.flag("clustered"))
                    .flag(Property.REPLICA_IDENTITY, row.flag("replica"))
                    .set(Property.COMMENT, row.get("comment"))
                    .elements(row.list("columns"))
                    .needs(relation);
        }
    }
}
