package io.axiom.migration.schema.sqlite;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.Scope;
import io.axiom.migration.schema.sqlite.TableText.ConstraintText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads an SQLite schema: the statements it keeps, taken apart, and {@code pragma_table_xinfo}. */
public final class SqliteCatalog {
    /** How a table would be created as it is; compared part by part, never as a whole. */
    public static final String SQL = "sql";

    static final String OBJECTS = """
            SELECT type, name, tbl_name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
              AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
            ORDER BY type, name""";

    private static final String COLUMNS = """
            SELECT m.name AS relation, x.* FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) x
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, x.cid""";

    private SqliteCatalog() {}

    public static Capture capture(SqlSession session, Scope scope) {
        return capture(session, scope, session.query(OBJECTS));
    }

    static Capture capture(SqlSession session, Scope scope, List<Row> all) {
        Assembly assembly = new Assembly();
        Map<String, ObjectId> relations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<Row> objects = all.stream()
                .filter(row -> scope.coversRelation(row.text("name")) && scope.coversRelation(row.text("tbl_name")))
                .toList();
        for (Row row : objects) {
            if (row.text("type").equals("table") || row.text("type").equals("view")) {
                boolean view = row.text("type").equals("view");
                boolean module = Token.of(row.text("sql")).get(1).is("VIRTUAL");
                Kind kind = view ? Kind.VIEW : module ? Kind.OTHER : Kind.TABLE;
                relations.put(
                        row.text("name"), ObjectId.of(kind, "", (module ? "virtual table " : "") + row.text("name")));
            }
        }
        objects.forEach(row -> object(row, assembly, relations));
        columns(session, assembly, relations);
        String version =
                session.query("SELECT sqlite_version() AS version").getFirst().text("version");
        return assembly.capture(Engine.SQLITE, version);
    }

    private static void object(Row row, Assembly assembly, Map<String, ObjectId> relations) {
        ObjectId relation = relations.get(row.text("tbl_name"));
        if (relation == null) {
            return;
        }
        String sql = row.text("sql");
        Assembly.Draft draft = switch (row.text("type")) {
            case "table" -> assembly.add(relation).set(SQL, sql);
            case "view" ->
                assembly.add(relation)
                        .set(Property.DEFINITION, Token.joined(Token.of(sql)))
                        .set(SQL, sql);
            case "index" ->
                assembly.add(ObjectId.part(Kind.INDEX, relation, row.text("name")))
                        .set(Property.DEFINITION, Token.joined(Token.of(sql)))
                        .set(SQL, sql)
                        .flag(Property.UNIQUE, Token.of(sql).get(1).is("UNIQUE"))
                        .needs(relation);
            default ->
                assembly.add(ObjectId.part(Kind.TRIGGER, relation, row.text("name")))
                        .set(Property.DEFINITION, Token.joined(Token.of(sql)))
                        .set(SQL, sql)
                        .needs(relation);
        };
        if (relation.kind() == Kind.TABLE && row.text("type").equals("table")) {
            table(TableText.of(sql), draft, assembly, relations);
        } else if (!row.text("type").equals("index")) {
            Token.of(sql).forEach(token -> draft.needs(relations.get(token.name())));
        }
    }

    private static void table(
            TableText text, Assembly.Draft table, Assembly assembly, Map<String, ObjectId> relations) {
        table.set(Property.OPTIONS, text.options());
        for (TableText.ColumnText column : text.columns()) {
            assembly.add(ObjectId.part(Kind.COLUMN, table.id(), column.name()))
                    .set(Property.EXTRA, column.extra())
                    .set(SQL, column.sql());
        }
        for (ConstraintText constraint : text.constraints()) {
            constraint(constraint, table.id(), assembly, relations);
        }
    }

    private static void constraint(
            ConstraintText constraint, ObjectId table, Assembly assembly, Map<String, ObjectId> relations) {
        Kind kind = switch (constraint.keyword()) {
            case "CHECK" -> Kind.CHECK;
            case "FOREIGN" -> Kind.FOREIGN_KEY;
            default -> Kind.KEY;
        };
        String name = constraint.name().isEmpty() ? constraint.text() : constraint.name();
        Assembly.Draft draft = assembly.add(ObjectId.part(kind, table, name))
                .set(Property.DEFINITION, constraint.text())
                .flag(Property.PRIMARY, constraint.keyword().equals("PRIMARY"))
                .elements(constraint.columns());
        if (kind == Kind.FOREIGN_KEY) {
            List<Token> tokens = Token.of(constraint.text());
            int references = 0;
            while (!tokens.get(references).is("REFERENCES")) {
                references++;
            }
            ObjectId parent = relations.get(tokens.get(references + 1).name());
            List<Token> rest = tokens.subList(references + 2, tokens.size());
            boolean listed = !rest.isEmpty() && rest.getFirst().text().equals("(");
            int close = listed ? rest.stream().map(Token::text).toList().indexOf(")") : 0;
            draft.set(Property.REFERENCES, parent == null ? null : parent.path())
                    .set(
                            Property.REFERENCED_COLUMNS,
                            listed
                                    ? String.join(
                                            ", ",
                                            rest.subList(1, close).stream()
                                                    .filter(token ->
                                                            !token.text().equals(","))
                                                    .map(Token::name)
                                                    .toList())
                                    : null)
                    .needs(parent);
        }
    }

    private static void columns(SqlSession session, Assembly assembly, Map<String, ObjectId> relations) {
        for (Row row : session.query(COLUMNS)) {
            ObjectId table = relations.get(row.text("relation"));
            Assembly.Draft column =
                    table == null ? null : assembly.draft(ObjectId.part(Kind.COLUMN, table, row.text("name")));
            if (column != null) {
                column.set(Property.TYPE, row.text("type").toUpperCase(Locale.ROOT))
                        .set(Property.POSITION, Integer.toString(row.number("cid") + 1))
                        .set(Property.DEFAULT, row.get("dflt_value"))
                        .flag(Property.NOT_NULL, row.flag("notnull"))
                        .set(
                                Property.GENERATED_KIND,
                                switch (row.text("hidden")) {
                                    case "2" -> "VIRTUAL";
                                    case "3" -> "STORED";
                                    default -> null;
                                })
                        .set(Property.GENERATED, row.number("hidden") > 1 ? "expression" : null);
            }
        }
    }
}
