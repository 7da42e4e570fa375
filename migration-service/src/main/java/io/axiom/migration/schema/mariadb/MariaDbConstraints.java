package io.axiom.migration.schema.mariadb;

import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import java.util.Map;

/** Keys, indexes, foreign keys and checks. A unique constraint is an index in MariaDB. */
final class MariaDbConstraints {
    private static final String INDEXES = """
            SELECT table_name AS relation, index_name AS name, MAX(non_unique) AS plain, MAX(index_type) AS method,
              MAX(index_comment) AS comment, GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR '\\n') AS columns,
              GROUP_CONCAT(CONCAT('`', REPLACE(column_name, '`', '``'), '`',
                IF(sub_part IS NULL, '', CONCAT('(', sub_part, ')')), IF(collation = 'D', ' DESC', ''))
                ORDER BY seq_in_index SEPARATOR ', ') AS parts
            FROM information_schema.statistics WHERE table_schema = DATABASE()
            GROUP BY table_name, index_name""";

    private static final String FOREIGN_KEYS = """
            SELECT k.table_name AS relation, k.constraint_name AS name, r.referenced_table_name AS parent,
              r.update_rule AS updates, r.delete_rule AS deletes,
              GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position SEPARATOR '\\n') AS columns,
              GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position SEPARATOR ', ') AS referenced,
              GROUP_CONCAT(CONCAT('`', REPLACE(k.column_name, '`', '``'), '`') ORDER BY k.ordinal_position SEPARATOR ', ')
                AS quoted,
              GROUP_CONCAT(CONCAT('`', REPLACE(k.referenced_column_name, '`', '``'), '`') ORDER BY k.ordinal_position
                SEPARATOR ', ') AS referenced_quoted
            FROM information_schema.key_column_usage k
              JOIN information_schema.referential_constraints r ON r.constraint_schema = k.constraint_schema
                AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
            WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
            GROUP BY k.table_name, k.constraint_name, r.referenced_table_name, r.update_rule, r.delete_rule""";

    private static final String CHECKS = """
            SELECT table_name AS relation, constraint_name AS name, level AS level, check_clause AS definition
            FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()""";

    private MariaDbConstraints() {}

    static void read(SqlSession session, Assembly assembly, Map<String, ObjectId> relations) {
        for (Row row : session.query(INDEXES)) {
            ObjectId table = relations.get(row.text("relation"));
            if (table != null) {
                boolean primary = row.text("name").equals("PRIMARY");
                assembly.add(ObjectId.part(primary ? Kind.KEY : Kind.INDEX, table, row.text("name")))
                        .set(Property.DEFINITION, "(" + row.text("parts") + ")")
                        .set(Property.METHOD, row.get("method"))
                        .flag(Property.PRIMARY, primary)
                        .flag(Property.UNIQUE, !primary && row.text("plain").equals("0"))
                        .set(Property.COMMENT, row.get("comment"))
                        .elements(row.text("columns").lines().toList())
                        .needs(table);
            }
        }
        for (Row row : session.query(FOREIGN_KEYS)) {
            ObjectId table = relations.get(row.text("relation"));
            ObjectId parent = relations.get(row.text("parent"));
            if (table != null && parent != null) {
                String definition = "FOREIGN KEY (" + row.text("quoted") + ") REFERENCES `"
                        + parent.name().replace("`", "``") + "` (" + row.text("referenced_quoted") + ") ON DELETE "
                        + row.text("deletes") + " ON UPDATE " + row.text("updates");
                assembly.add(ObjectId.part(Kind.FOREIGN_KEY, table, row.text("name")))
                        .set(Property.DEFINITION, definition)
                        .set(Property.REFERENCES, parent.path())
                        .set(Property.REFERENCED_COLUMNS, row.get("referenced"))
                        .elements(row.text("columns").lines().toList())
                        .needs(parent);
            }
        }
        for (Row row : session.query(CHECKS)) {
            ObjectId table = relations.get(row.text("relation"));
            if (table == null) {
                continue;
            }
            if (row.text("level").equals("Column")) {
                assembly.add(ObjectId.part(Kind.COLUMN, table, row.text("name")))
                        .set("check", row.text("definition"));
            } else {
                assembly.add(ObjectId.part(Kind.CHECK, table, row.text("name")))
                        .set(Property.DEFINITION, row.text("definition"));
            }
        }
    }
}
