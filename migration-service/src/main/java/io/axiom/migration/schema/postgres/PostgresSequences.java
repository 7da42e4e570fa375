package io.axiom.migration.schema.postgres;

import static io.axiom.migration.schema.postgres.PostgresCatalog.ours;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;

/** Sequences; one behind an identity column is told with the column. */
final class PostgresSequences {
    static final String SEQUENCES = """
            SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relpersistence AS persistence,
              format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
              d.refobjid AS relation, d.refobjsubid AS number, d.deptype AS bond, obj_description(c.oid, 'pg_class') AS comment
            FROM pg_sequence s
              JOIN pg_class c ON c.oid = s.seqrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
                AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
            WHERE c.relpersistence <> 't' AND %s""".formatted(ours("pg_class", "c"));

    private PostgresSequences() {}

    static void read(CatalogRows rows, Assembly assembly) {
        for (Row row : rows.of(SEQUENCES)) {
            if (assembly.draft(ObjectId.of(Kind.SCHEMA, "", row.text("schema"))) == null) {
                continue;
            }
            ObjectId column = assembly.at("pg_class:" + row.text("relation") + ':' + row.text("number"));
            Assembly.Draft owner = assembly.draft(column);
            if (row.text("bond").equals("i")) {
                if (owner != null) {
                    owner.set("identityOptions", options(row));
                    assembly.alias("pg_class:" + row.text("oid"), owner.id());
                }
            } else if (row.get("relation") == null || owner != null) {
                assembly.add(
                                ObjectId.of(Kind.SEQUENCE, row.text("schema"), row.text("name")),
                                "pg_class:" + row.text("oid"))
                        .set(Property.TYPE, row.get("type"))
                        .set(Property.OPTIONS, options(row))
                        .set(Property.OWNED_BY, column == null ? null : column.text())
                        .flag(Property.UNLOGGED, row.text("persistence").equals("u"))
                        .set(Property.COMMENT, row.get("comment"));
            }
        }
    }

    private static String options(Row row) {
        return "INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s %s"
                .formatted(
                        row.text("seqincrement"),
                        row.text("seqmin"),
                        row.text("seqmax"),
                        row.text("seqstart"),
                        row.text("seqcache"),
                        row.flag("seqcycle") ? "CYCLE" : "NO CYCLE");
    }
}
