package io.axiom.migration.schema.mariadb;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.sqlite.Token;
import java.util.Map;

/** Views, triggers, routines, and events, which are only named. Definers are left out: they are the server's users. */
final class MariaDbPrograms {
    private static final String VIEWS = """
            SELECT table_name AS name, view_definition AS definition, check_option AS checks, security_type AS security,
              DATABASE() AS here
            FROM information_schema.views WHERE table_schema = DATABASE()""";

    private static final String TRIGGERS = """
            SELECT trigger_name AS name, event_object_table AS relation, action_timing AS timing,
              event_manipulation AS event, action_statement AS body
            FROM information_schema.triggers WHERE trigger_schema = DATABASE()
            ORDER BY event_object_table, action_order""";

    private static final String ROUTINES =
            "SELECT routine_name AS name, routine_type AS type FROM information_schema.routines"
                    + " WHERE routine_schema = DATABASE() AND routine_type IN ('FUNCTION', 'PROCEDURE')";

    private static final String EVENTS =
            "SELECT event_name AS name FROM information_schema.events WHERE event_schema = DATABASE()";

    private MariaDbPrograms() {}

    static void read(SqlSession session, Assembly assembly, Map<String, ObjectId> relations) {
        for (Row row : session.query(ROUTINES)) {
            String type = row.text("type");
            String quoted = Engine.MARIADB.identifier(row.text("name"));
            String create = session.query("SHOW CREATE " + type + ' ' + quoted)
                    .getFirst()
                    .text(type.equals("FUNCTION") ? "create function" : "create procedure");
            assembly.add(ObjectId.of(type.equals("FUNCTION") ? Kind.FUNCTION : Kind.PROCEDURE, "", row.text("name")))
                    .set(Property.DEFINITION, create.replaceFirst(" DEFINER=`(?:[^`]|``)*`@`(?:[^`]|``)*`", ""));
        }
        for (Row row : session.query(VIEWS)) {
            ObjectId view = relations.get(row.text("name"));
            if (view != null) {
                String query = row.text("definition").replace(Engine.MARIADB.identifier(row.text("here")) + '.', "");
                String checks = row.text("checks");
                Assembly.Draft draft = assembly.add(view)
                        .set(Property.DEFINITION, query)
                        .set("checkOption", checks.equals("NONE") ? null : checks)
                        .set("security", row.text("security").equals("DEFINER") ? null : row.text("security"));
                Token.of(query).forEach(token -> draft.needs(relations.get(token.name())));
            }
        }
        for (Row row : session.query(TRIGGERS)) {
            ObjectId table = relations.get(row.text("relation"));
            if (table != null) {
                assembly.add(ObjectId.part(Kind.TRIGGER, table, row.text("name")))
                        .set(
                                Property.DEFINITION,
                                "CREATE TRIGGER " + Engine.MARIADB.identifier(row.text("name")) + ' '
                                        + row.text("timing") + ' '
                                        + row.text("event") + " ON " + Engine.MARIADB.identifier(table.name())
                                        + " FOR EACH ROW " + row.text("body"))
                        .needs(table);
            }
        }
        for (Row row : session.query(EVENTS)) {
            assembly.add(ObjectId.of(Kind.OTHER, "", "event " + row.text("name")));
        }
    }
}
