package io.axiom.migration.schema.postgres;

import static io.axiom.migration.schema.postgres.PostgresCatalog.ours;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.Scope;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Event triggers, and the objects a snapshot names without being able to rebuild them: aggregates, casts, collations,
 * conversions, foreign tables and what they stand on, operators, publications, text search, languages. A difference in
 * those is shown, and no statement is written for it.
 */
final class PostgresOthers {
    private static final String EVENT_TRIGGERS = """
            SELECT e.oid, e.evtname AS name, e.evtevent AS event, e.evtenabled AS enabled,
              array_to_string(ARRAY(SELECT quote_literal(t) FROM unnest(e.evttags) t), ', ') AS tags,
              e.evtfoid::regproc::text AS function, obj_description(e.oid, 'pg_event_trigger') AS comment
            FROM pg_event_trigger e WHERE %s""".formatted(ours("pg_event_trigger", "e"));

    static final List<String> NAMED = List.of(
            "pg_cast",
            "pg_collation",
            "pg_conversion",
            "pg_foreign_data_wrapper",
            "pg_foreign_server",
            "pg_language",
            "pg_operator",
            "pg_opclass",
            "pg_opfamily",
            "pg_publication",
            "pg_transform",
            "pg_ts_config",
            "pg_ts_dict",
            "pg_ts_parser",
            "pg_ts_template",
            "pg_am");

    private static final String AGGREGATES = "p.prokind = 'a'";
    private static final String FOREIGN_TABLES = "f.relkind = 'f'";

    /** Whether there are any at all, which is soon said: most databases have none. */
    private static final String ANY = "SELECT "
            + NAMED.stream()
                    .map(catalog -> "EXISTS (SELECT 1 FROM " + catalog + " WHERE oid >= 16384)")
                    .collect(Collectors.joining(" OR "))
            + " OR EXISTS (SELECT 1 FROM pg_proc p WHERE p.oid >= 16384 AND " + AGGREGATES + ")"
            + " OR EXISTS (SELECT 1 FROM pg_class f WHERE f.oid >= 16384 AND " + FOREIGN_TABLES + ") AS found";

    private static final String OTHERS =
            NAMED.stream().map(catalog -> select(catalog, "x", "true")).collect(Collectors.joining(" UNION ALL "))
                    + " UNION ALL " + select("pg_proc", "p", AGGREGATES)
                    + " UNION ALL " + select("pg_class", "f", FOREIGN_TABLES);

    private PostgresOthers() {}

    private static String select(String catalog, String alias, String condition) {
        return "SELECT '%1$s' AS catalog, %2$s.oid, (pg_identify_object('%1$s'::regclass, %2$s.oid, 0)).* FROM %1$s %2$s WHERE %3$s AND %4$s"
                .formatted(catalog, alias, condition, ours(catalog, alias));
    }

    static void read(CatalogRows rows, Scope scope, Assembly assembly) {
        for (Row row : rows.of(EVENT_TRIGGERS)) {
            String tags = row.text("tags");
            assembly.add(ObjectId.of(Kind.EVENT_TRIGGER, "", row.text("name")), "pg_event_trigger:" + row.text("oid"))
                    .set(
                            Property.DEFINITION,
                            "ON " + row.text("event") + (tags.isEmpty() ? "" : " WHEN TAG IN (" + tags + ")")
                                    + " EXECUTE FUNCTION " + row.text("function") + "()")
                    .set(Property.ENABLED, row.text("enabled").equals("D") ? "DISABLE" : null)
                    .set(Property.COMMENT, row.get("comment"));
        }
        if (!rows.of(ANY).getFirst().flag("found")) {
            return;
        }
        for (Row row : rows.of(OTHERS)) {
            if (row.get("schema") == null || scope.covers(row.text("schema"))) {
                assembly.add(
                        ObjectId.of(Kind.OTHER, "", row.text("type") + ' ' + row.text("identity")),
                        row.text("catalog") + ':' + row.text("oid"));
            }
        }
    }
}
