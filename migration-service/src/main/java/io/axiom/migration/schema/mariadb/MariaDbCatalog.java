package io.axiom.migration.schema.mariadb;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.Scope;
import java.util.Map;
import java.util.TreeMap;

/** Reads the database a session is in; written for MariaDB 10.6 to 11. */
public final class MariaDbCatalog {
    private static final String TABLES = """
            SELECT table_name AS name, table_type AS type, engine AS engine, table_collation AS collation,
              table_comment AS comment, create_options AS options
            FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name""";

    private static final String COLUMNS = """
            SELECT c.table_name AS relation, c.column_name AS name, c.ordinal_position AS position,
              c.column_default AS default_value, c.is_nullable AS nullable, c.column_type AS type,
              CASE WHEN c.collation_name <> t.table_collation THEN c.collation_name END AS collation, c.extra AS extra,
              c.generation_expression AS generated, c.column_comment AS comment
            FROM information_schema.columns c
              JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = DATABASE() ORDER BY c.table_name, c.ordinal_position""";

    private MariaDbCatalog() {}

    public static Capture capture(SqlSession session, Scope scope) {
        Assembly assembly = new Assembly();
        Map<String, ObjectId> relations = new TreeMap<>();
        for (Row row : session.query(TABLES)) {
            if (scope.coversRelation(row.text("name"))) {
                relation(session, row, assembly, relations);
            }
        }
        for (Row row : session.query(COLUMNS)) {
            column(row, assembly, relations);
        }
        MariaDbConstraints.read(session, assembly, relations);
        MariaDbPrograms.read(session, assembly, relations);
        String version = session.query("SELECT VERSION() AS version").getFirst().text("version");
        return assembly.capture(Engine.MARIADB, version);
    }

    private static void relation(SqlSession session, Row row, Assembly assembly, Map<String, ObjectId> relations) {
        String name = row.text("name");
        Kind kind = switch (row.text("type")) {
            case "VIEW" -> Kind.VIEW;
            case "SEQUENCE" -> Kind.SEQUENCE;
            default -> Kind.TABLE;
        };
        ObjectId id = ObjectId.of(kind, "", name);
        Assembly.Draft draft = assembly.add(id);
        String quoted = Engine.MARIADB.identifier(name);
        if (kind == Kind.TABLE) {
            relations.put(name, id);
            draft.set("engine", row.get("engine"))
                    .set(Property.COLLATION, row.get("collation"))
                    .set(Property.COMMENT, row.get("comment"));
            String options = row.text("options").replace("partitioned", "").strip();
            draft.set(Property.OPTIONS, options);
            if (row.text("options").contains("partitioned")) {
                String create =
                        session.query("SHOW CREATE TABLE " + quoted).getFirst().text("create table");
                int clause = create.indexOf("PARTITION BY");
                draft.set(Property.PARTITION_KEY, clause < 0 ? null : create.substring(clause));
            }
        } else if (kind == Kind.SEQUENCE) {
            String create =
                    session.query("SHOW CREATE SEQUENCE " + quoted).getFirst().text("create table");
            draft.set(Property.DEFINITION, create.replaceAll(" ENGINE=\\w+", ""));
        } else {
            relations.put(name, id);
        }
    }

    private static void column(Row row, Assembly assembly, Map<String, ObjectId> relations) {
        ObjectId table = relations.get(row.text("relation"));
        Assembly.Draft relation = assembly.draft(table);
        if (table == null || relation == null) {
            return;
        }
        if (table.kind() == Kind.VIEW) {
            relation.element(row.text("name") + ' ' + row.text("type"));
            return;
        }
        String extra =
                row.text("extra").replaceAll("(VIRTUAL|STORED) GENERATED", "").strip();
        String value = row.text("default_value");
        assembly.add(ObjectId.part(Kind.COLUMN, table, row.text("name")))
                .set(Property.TYPE, row.get("type"))
                .set(Property.POSITION, row.get("position"))
                .flag(Property.NOT_NULL, row.text("nullable").equals("NO"))
                .set(Property.DEFAULT, value.equals("NULL") ? null : value)
                .set(Property.COLLATION, row.get("collation"))
                .set(Property.EXTRA, extra)
                .set(Property.IDENTITY, extra.contains("auto_increment") ? "auto_increment" : null)
                .set(Property.GENERATED, row.get("generated"))
                .set(
                        Property.GENERATED_KIND,
                        row.text("extra").contains("STORED")
                                ? "STORED"
                                : row.text("extra").contains("VIRTUAL") ? "VIRTUAL" : null)
                .set(Property.COMMENT, row.get("comment"));
    }
}
