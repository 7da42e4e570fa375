package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;

/** Constraints of tables and domains. Those a child inherits from its parent are told with the parent only. */
final class PostgresConstraints {
    static final String CONSTRAINTS = """
            SELECT k.oid, k.conname AS name, k.contype AS type, k.conrelid AS relation, k.contypid AS domain,
              k.conindid AS index, k.confrelid AS referenced, pg_get_constraintdef(k.oid) AS definition,
              k.convalidated AS validated, k.conislocal AS local, k.coninhcount AS inherited, k.conparentid AS parent,
              k.conkey[1] AS column, obj_description(k.oid, 'pg_constraint') AS comment,
              (SELECT jsonb_agg(a.attname ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
              (SELECT string_agg(a.attname, ', ' ORDER BY u.place) FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number) AS referenced_columns
            FROM pg_constraint k
            WHERE k.oid >= 16384 AND k.contype IN ('c', 'p', 'u', 'x', 'f', 'n')
            ORDER BY k.oid""";

    private PostgresConstraints() {}

    static void read(CatalogRows rows, Assembly assembly, boolean namesNotNull) {
        for (Row row : rows.of(CONSTRAINTS)) {
            boolean ofDomain = !row.text("domain").equals("0");
            Assembly.Draft owner = assembly.draft(
                    assembly.at(ofDomain ? "pg_type:" + row.text("domain") : "pg_class:" + row.text("relation")));
            boolean inherited = row.number("inherited") > 0 && !row.flag("local")
                    || !row.text("parent").equals("0");
            if (owner == null || inherited) {
                continue;
            }
            if (row.text("type").equals("n")) {
                notNull(row, assembly, ofDomain, namesNotNull);
            } else if (ofDomain) {
                owner.set("check " + row.text("name"), row.text("definition"));
                assembly.alias("pg_constraint:" + row.text("oid"), owner.id());
            } else {
                constraint(row, assembly, owner.id());
            }
        }
    }

    private static void notNull(Row row, Assembly assembly, boolean ofDomain, boolean named) {
        Assembly.Draft column =
                assembly.draft(assembly.at("pg_class:" + row.text("relation") + ':' + row.text("column")));
        if (column != null && named && !ofDomain) {
            column.set(Property.NOT_NULL_NAME, row.text("name"))
                    .flag(Property.NOT_VALID, !row.flag("validated"))
                    .flag("noInherit", row.text("definition").contains("NO INHERIT"));
        }
    }

    private static void constraint(Row row, Assembly assembly, ObjectId table) {
        Kind kind = switch (row.text("type")) {
            case "c" -> Kind.CHECK;
            case "f" -> Kind.FOREIGN_KEY;
            default -> Kind.KEY;
        };
        ObjectId id = ObjectId.part(kind, table, row.text("name"));
        ObjectId referenced = assembly.at("pg_class:" + row.text("referenced"));
        assembly.add(id, "pg_constraint:" + row.text("oid"))
                .set(Property.DEFINITION, row.get("definition"))
                .flag(Property.PRIMARY, row.text("type").equals("p"))
                .flag(Property.UNIQUE, row.text("type").equals("u"))
                .flag(Property.NOT_VALID, !row.flag("validated"))
                .set(Property.REFERENCES, kind == Kind.FOREIGN_KEY && referenced != null ? referenced.path() : null)
                .set(Property.REFERENCED_COLUMNS, row.get("referenced_columns"))
                .set(Property.COMMENT, row.get("comment"))
                .elements(row.list("columns"));
        if (kind == Kind.KEY) {
            // Foreign keys and views name the index; what must be there is the key.
            assembly.alias("pg_class:" + row.text("index"), id);
        }
    }
}
