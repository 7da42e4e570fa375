package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;

/** What hangs on tables and views: triggers, rules, row security policies, extended statistics. */
final class PostgresAttachments {
    static final String ATTACHMENTS = """
            SELECT 'trigger' AS kind, 'pg_trigger' AS catalog, t.oid, t.tgrelid AS relation, t.tgname AS name, NULL AS schema,
              pg_get_triggerdef(t.oid) AS definition, t.tgenabled::text AS enabled, obj_description(t.oid, 'pg_trigger') AS comment
            FROM pg_trigger t WHERE NOT t.tgisinternal AND t.tgparentid = 0
            UNION ALL
            SELECT 'rule', 'pg_rewrite', r.oid, r.ev_class, r.rulename, NULL, pg_get_ruledef(r.oid), r.ev_enabled::text,
              obj_description(r.oid, 'pg_rewrite')
            FROM pg_rewrite r WHERE r.rulename <> '_RETURN' AND r.oid >= 16384
            UNION ALL
            SELECT 'statistics', 'pg_statistic_ext', s.oid, s.stxrelid, s.stxname, n.nspname, pg_get_statisticsobjdef(s.oid), 'O',
              obj_description(s.oid, 'pg_statistic_ext')
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
            UNION ALL
            SELECT 'policy', 'pg_policy', p.oid, p.polrelid, p.polname, NULL,
              'AS ' || CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END
                || ' FOR ' || CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                     WHEN 'd' THEN 'DELETE' ELSE 'ALL' END
                || ' TO ' || (SELECT string_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', '
                     ORDER BY pg_get_userbyid(r)) FROM unnest(p.polroles) r)
                || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''), 'O',
              obj_description(p.oid, 'pg_policy')
            FROM pg_policy p""";

    private PostgresAttachments() {}

    static void read(CatalogRows rows, Assembly assembly) {
        for (Row row : rows.of(ATTACHMENTS)) {
            ObjectId relation = assembly.at("pg_class:" + row.text("relation"));
            if (relation == null) {
                continue;
            }
            ObjectId id = switch (row.text("kind")) {
                case "trigger" -> ObjectId.part(Kind.TRIGGER, relation, row.text("name"));
                case "rule" -> ObjectId.part(Kind.RULE, relation, row.text("name"));
                case "policy" -> ObjectId.part(Kind.POLICY, relation, row.text("name"));
                default -> ObjectId.of(Kind.STATISTICS, row.text("schema"), row.text("name"));
            };
            assembly.add(id, row.text("catalog") + ':' + row.text("oid"))
                    .set(Property.DEFINITION, row.get("definition"))
                    .set(Property.ENABLED, enabled(row.text("enabled")))
                    .set(Property.COMMENT, row.get("comment"))
                    .needs(relation);
        }
    }

    private static String enabled(String code) {
        return switch (code) {
            case "D" -> "DISABLE";
            case "R" -> "ENABLE REPLICA";
            case "A" -> "ENABLE ALWAYS";
            default -> "";
        };
    }
}
