package io.axiom.migration.schema.postgres;

import static io.axiom.migration.schema.postgres.PostgresCatalog.ours;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.Scope;

/** Schemas, extensions, enums, domains, composite and range types. */
final class PostgresTypes {
    private static final String SCHEMAS = """
            SELECT n.oid, n.nspname AS name, obj_description(n.oid, 'pg_namespace') AS comment
            FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_depend e
              WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')""";

    private static final String EXTENSIONS = """
            SELECT e.oid, e.extname AS name, n.nspname AS schema, e.extversion AS version
            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql'""";

    private static final String TYPES = """
            SELECT t.oid, n.nspname AS schema, t.typname AS name, t.typtype AS type, t.typarray AS array, t.typrelid AS relation,
              t.typnotnull AS not_null, t.typdefault AS default_value, format_type(t.typbasetype, t.typtypmod) AS base,
              CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END AS collation,
              obj_description(t.oid, 'pg_type') AS comment,
              CASE t.typtype
                WHEN 'e' THEN (SELECT jsonb_agg(v.enumlabel ORDER BY v.enumsortorder) FROM pg_enum v WHERE v.enumtypid = t.oid)
                WHEN 'c' THEN (SELECT jsonb_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                    || CASE WHEN a.attcollation <> at.typcollation THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END
                    ORDER BY a.attnum)
                  FROM pg_attribute a JOIN pg_type at ON at.oid = a.atttypid
                  WHERE a.attrelid = t.typrelid AND c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped)
              END AS elements,
              (SELECT 'SUBTYPE = ' || format_type(r.rngsubtype, NULL)
                  || CASE WHEN r.rngsubdiff <> 0 THEN ', SUBTYPE_DIFF = ' || r.rngsubdiff::oid::regproc ELSE '' END
                FROM pg_range r WHERE r.rngtypid = t.oid) AS range, c.relkind AS relation_kind
            FROM pg_type t
              JOIN pg_namespace n ON n.oid = t.typnamespace
              LEFT JOIN pg_class c ON c.oid = t.typrelid
              LEFT JOIN pg_type b ON b.oid = t.typbasetype
            WHERE t.typtype IN ('e', 'd', 'r') AND %1$s OR t.typtype = 'c' AND c.relkind = 'c' AND %1$s
            """.formatted(ours("pg_type", "t"));

    private PostgresTypes() {}

    static void read(CatalogRows rows, Scope scope, Assembly assembly) {
        for (Row row : rows.of(SCHEMAS)) {
            if (scope.covers(row.text("name"))) {
                assembly.add(ObjectId.of(Kind.SCHEMA, "", row.text("name")), "pg_namespace:" + row.text("oid"))
                        .set(Property.COMMENT, row.get("comment"));
            }
        }
        for (Row row : rows.of(EXTENSIONS)) {
            assembly.add(ObjectId.of(Kind.EXTENSION, "", row.text("name")), "pg_extension:" + row.text("oid"))
                    .set("schema", row.text("schema"))
                    .set(Property.VERSION, row.text("version"));
        }
        rows.of(TYPES).stream().filter(row -> scope.covers(row.text("schema"))).forEach(row -> type(row, assembly));
    }

    private static void type(Row row, Assembly assembly) {
        Kind kind = switch (row.text("type")) {
            case "e" -> Kind.ENUM;
            case "d" -> Kind.DOMAIN;
            case "r" -> Kind.RANGE;
            default -> Kind.COMPOSITE;
        };
        ObjectId id = ObjectId.of(kind, row.text("schema"), row.text("name"));
        Assembly.Draft draft = assembly.add(id, "pg_type:" + row.text("oid"))
                .set(Property.COMMENT, row.get("comment"))
                .elements(row.list("elements"))
                .set(Property.DEFINITION, row.get("range"));
        if (kind == Kind.DOMAIN) {
            draft.set(Property.TYPE, row.get("base"))
                    .set(Property.DEFAULT, row.get("default_value"))
                    .set(Property.COLLATION, row.get("collation"))
                    .flag(Property.NOT_NULL, row.flag("not_null"));
        }
        assembly.alias("pg_type:" + row.text("array"), id);
        assembly.alias("pg_class:" + row.text("relation"), id);
    }
}
