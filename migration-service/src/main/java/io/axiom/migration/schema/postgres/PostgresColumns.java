package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import java.util.HashMap;
import java.util.Map;

/** Columns of tables and, as elements, of views. */
final class PostgresColumns {
    static final String COLUMNS = """
            SELECT a.attrelid AS relation, a.attnum AS number, a.attname AS name, c.relkind AS kind,
              format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null, a.attidentity AS identity,
              a.attgenerated AS generated, a.attislocal AS local, a.attinhcount AS inherited, d.oid AS default_oid,
              pg_get_expr(d.adbin, d.adrelid) AS default_value, quote_ident(a.attname) AS quoted,
              CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation,
              CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage, a.attcompression AS compression,
              array_to_string(a.attoptions, ', ') AS options, a.attstattarget AS statistics,
              col_description(a.attrelid, a.attnum) AS comment
            FROM pg_attribute a
              JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    private PostgresColumns() {}

    static void read(CatalogRows rows, Assembly assembly) {
        Map<ObjectId, Integer> counts = new HashMap<>();
        for (Row row : rows.of(COLUMNS)) {
            Assembly.Draft relation = assembly.draft(assembly.at("pg_class:" + row.text("relation")));
            if (relation == null) {
                continue;
            }
            String address = "pg_class:" + row.text("relation") + ':' + row.text("number");
            if (relation.id().kind() != Kind.TABLE) {
                relation.element(row.text("quoted") + ' ' + row.text("type"));
                assembly.alias(address, relation.id());
                if (row.get("comment") != null) {
                    assembly.add(ObjectId.part(Kind.COLUMN, relation.id(), row.text("name")), address + ":comment")
                            .set(Property.COMMENT, row.get("comment"))
                            .set(Property.OWNER, relation.id().kind().word())
                            .needs(relation.id());
                }
                continue;
            }
            int position = counts.merge(relation.id(), 1, Integer::sum);
            column(row, assembly, relation.id(), address, position);
        }
    }

    private static void column(Row row, Assembly assembly, ObjectId table, String address, int position) {
        ObjectId id = ObjectId.part(Kind.COLUMN, table, row.text("name"));
        String generated = row.text("generated").strip();
        assembly.add(id, address)
                .set(Property.TYPE, row.get("type"))
                .set(Property.POSITION, Integer.toString(position))
                .flag(Property.NOT_NULL, row.flag("not_null"))
                .set(generated.isEmpty() ? Property.DEFAULT : Property.GENERATED, row.get("default_value"))
                .set(Property.GENERATED_KIND, generated.isEmpty() ? null : generated.equals("v") ? "VIRTUAL" : "STORED")
                .set(
                        Property.IDENTITY,
                        switch (row.text("identity").strip()) {
                            case "a" -> "ALWAYS";
                            case "d" -> "BY DEFAULT";
                            default -> null;
                        })
                .set(Property.COLLATION, row.get("collation"))
                .set(Property.STORAGE, storage(row.text("storage")))
                .set(
                        Property.COMPRESSION,
                        switch (row.text("compression").strip()) {
                            case "p" -> "pglz";
                            case "l" -> "lz4";
                            default -> null;
                        })
                .set(Property.OPTIONS, row.get("options"))
                .set("statistics", row.text("statistics").equals("-1") ? null : row.get("statistics"))
                .set(Property.INHERITED, row.flag("local") ? null : row.number("inherited") > 0 ? "true" : null)
                .set(Property.COMMENT, row.get("comment"));
        if (row.get("default_oid") != null) {
            assembly.alias("pg_attrdef:" + row.text("default_oid"), id);
        }
    }

    private static String storage(String code) {
        return switch (code) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "m" -> "MAIN";
            case "x" -> "EXTENDED";
            default -> "";
        };
    }
}
