package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows of PostgreSQL's catalogs are not what they were at a mark, by the transactions that wrote them: a row that was
 * changed or deleted since is missing among those older than the mark, a row that came since is younger.
 *
 * @param mark the first transaction that had not ended when this was read
 * @param settings under which the catalog writes expressions
 * @param totals rows by catalog
 * @param old rows older than the mark that was asked for, by catalog
 * @param added keys of rows younger than that mark, by catalog; of some catalogs only how many, as empty keys
 */
record CatalogChanges(
        String mark,
        String settings,
        Map<String, Long> totals,
        Map<String, Long> old,
        Map<String, List<String>> added) {
    static final String MARK = "axiom.mark";
    /** The first transaction of every server. */
    static final String BEGINNING = "3";

    /** Settings that change how expressions are written. */
    private static final List<String> SETTINGS = List.of(
            "quote_all_identifiers",
            "datestyle",
            "intervalstyle",
            "timezone",
            "extra_float_digits",
            "bytea_output",
            "standard_conforming_strings");

    /** Catalogs whose rows say something about one relation, with what tells which. */
    private static final Map<String, String> LOCAL = Map.of(
            "pg_class", "oid || ':' || relkind::text",
            "pg_attribute", "attrelid || ':' || attnum",
            "pg_attrdef", "adrelid::text",
            "pg_constraint", "conrelid::text",
            "pg_index", "indrelid::text",
            "pg_trigger", "tgrelid::text",
            "pg_rewrite", "ev_class::text",
            "pg_inherits", "inhrelid::text",
            "pg_sequence", "seqrelid::text");

    private static final Map<String, String> OWN = Map.of(
            "pg_attribute", "attrelid >= 16384 AND attnum > 0",
            "pg_index", "indexrelid >= 16384",
            "pg_inherits", "inhrelid >= 16384",
            "pg_sequence", "seqrelid >= 16384",
            "pg_depend", "objid >= 16384 AND refobjid >= 16384",
            "pg_enum", "enumtypid >= 16384",
            "pg_range", "rngtypid >= 16384",
            "pg_namespace", "true",
            "pg_description", "(objoid >= 16384 OR objoid = (SELECT oid FROM pg_namespace WHERE nspname = 'public'))");

    /** Catalogs whose changes may show anywhere. */
    static final List<String> GLOBAL;

    private static final String QUERY;

    static {
        List<String> global = new ArrayList<>(List.of(
                "pg_namespace",
                "pg_extension",
                "pg_enum",
                "pg_range",
                "pg_proc",
                "pg_policy",
                "pg_statistic_ext",
                "pg_event_trigger",
                "pg_description"));
        global.addAll(PostgresOthers.NAMED);
        GLOBAL = List.copyOf(global);
        List<String> arms = new ArrayList<>();
        LOCAL.forEach((catalog, key) -> arms.add(arm(catalog, key)));
        arms.add(arm("pg_type", "CASE WHEN typtype IN ('b', 'c') THEN '' ELSE 'other' END"));
        arms.add(arm("pg_depend", "''"));
        GLOBAL.forEach(catalog -> arms.add(arm(catalog, "''")));
        String settings = String.join(
                " || ' ' || ",
                SETTINGS.stream().map(name -> "current_setting('" + name + "')").toList());
        QUERY = String.join(" UNION ALL ", arms)
                + " UNION ALL SELECT 'mark', 0, pg_snapshot_xmax(pg_current_snapshot())::xid::text"
                + " UNION ALL SELECT 'settings', 0, " + settings;
    }

    private static String arm(String catalog, String key) {
        return "SELECT '" + catalog + "' AS catalog, count(*) AS total, string_agg(" + key
                + ", ' ') FILTER (WHERE age(x.xmin) <= (SELECT age(current_setting('" + MARK
                + "')::xid))) AS added FROM "
                + catalog + " x WHERE " + OWN.getOrDefault(catalog, "oid >= 16384");
    }

    /** Reads what is not as it was at the mark that {@link #MARK} is set to. */
    static CatalogChanges read(CatalogRows rows) {
        String mark = "";
        String settings = "";
        Map<String, Long> totals = new HashMap<>();
        Map<String, Long> old = new HashMap<>();
        Map<String, List<String>> added = new HashMap<>();
        for (Row row : rows.of(QUERY)) {
            String catalog = row.text("catalog");
            if (catalog.equals("mark")) {
                mark = row.text("added");
            } else if (catalog.equals("settings")) {
                settings = row.text("added");
            } else {
                List<String> keys = row.get("added") == null
                        ? List.of()
                        : List.of(row.text("added").split(" ", -1));
                long total = Long.parseLong(row.text("total"));
                totals.put(catalog, total);
                old.put(catalog, total - keys.size());
                if (!keys.isEmpty()) {
                    added.put(catalog, keys);
                }
            }
        }
        return new CatalogChanges(mark, settings, totals, old, added);
    }

    /** Rows of the catalog that were there before and are not as they were. */
    long lost(String catalog, CatalogChanges before) {
        return before.totals.getOrDefault(catalog, 0L) - old.getOrDefault(catalog, 0L);
    }

    boolean nothing(CatalogChanges before) {
        return settings.equals(before.settings)
                && added.isEmpty()
                && old.keySet().stream().allMatch(catalog -> lost(catalog, before) == 0);
    }

    boolean any(String catalog) {
        return added.containsKey(catalog);
    }

    List<String> added(String catalog) {
        return added.getOrDefault(catalog, List.of());
    }

    /** The relations that rows younger than the mark are about. */
    Set<String> relations() {
        Set<String> relations = new HashSet<>();
        LOCAL.keySet()
                .forEach(catalog -> added(catalog)
                        .forEach(key -> relations.add(
                                key.substring(0, key.indexOf(':') < 0 ? key.length() : key.indexOf(':')))));
        return relations;
    }
}
