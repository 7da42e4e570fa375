package io.axiom.migration.schema.diff;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.sqlite.SqliteCatalog;
import io.axiom.migration.schema.sqlite.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A table made anew under another name, filled, and put in the old one's place. */
record SqliteRebuild(Comparison comparison, ObjectId table, Map<ObjectId, List<String>> refill) {
    private static final String PREFIX = "axiom_new_";

    List<String> statements() {
        String name = Engine.SQLITE.identifier(table.name());
        String other = Engine.SQLITE.identifier(PREFIX + table.name());
        List<String> targets = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (SchemaObject column : Comparison.columns(comparison.to()).getOrDefault(table, List.of())) {
            String value = value(column);
            if (value != null && !column.is(Property.GENERATED)) {
                targets.add(Engine.SQLITE.identifier(column.id().name()));
                sources.add(value);
            }
        }
        if (anonymous(comparison.from()) && anonymous(comparison.to()) && !targets.isEmpty()) {
            targets.addFirst("rowid");
            sources.addFirst("t.rowid");
        }
        List<String> statements = new ArrayList<>();
        statements.add(renamed(comparison.after(table).text(SqliteCatalog.SQL), other));
        if (!targets.isEmpty()) {
            statements.add("INSERT INTO " + other + " (" + String.join(", ", targets) + ") SELECT "
                    + String.join(", ", sources) + " FROM " + name + " t");
        }
        if (counts(comparison.before(table)) && counts(comparison.after(table))) {
            String old = Engine.SQLITE.literal(table.name());
            String next = Engine.SQLITE.literal(PREFIX + table.name());
            statements.add("DELETE FROM sqlite_sequence WHERE name = " + next);
            statements.add("INSERT INTO sqlite_sequence (name, seq) SELECT " + next
                    + ", seq FROM sqlite_sequence WHERE name = " + old);
        }
        statements.add("DROP TABLE " + name);
        statements.add("ALTER TABLE " + other + " RENAME TO " + name);
        return statements;
    }

    private @Nullable String value(SchemaObject column) {
        List<String> expression = refill.get(column.id());
        if (expression != null) {
            return expression.getFirst();
        }
        SchemaObject before = comparison.from().get(column.id());
        if (before == null) {
            return null;
        }
        String value = "t." + Engine.SQLITE.identifier(column.id().name());
        boolean filled = column.is(Property.NOT_NULL) && !before.is(Property.NOT_NULL) && column.is(Property.DEFAULT);
        return filled ? "coalesce(" + value + ", " + column.text(Property.DEFAULT) + ")" : value;
    }

    /** Whether nothing but the rowid tells its rows apart. */
    private boolean anonymous(SortedMap<ObjectId, SchemaObject> index) {
        SchemaObject object = index.get(table);
        return object != null
                && !object.text(Property.OPTIONS).contains("ROWID")
                && Ordering.parts(table, Kind.KEY, index).stream().noneMatch(key -> key.is(Property.PRIMARY))
                && !index.containsKey(ObjectId.part(Kind.COLUMN, table, "rowid"));
    }

    private static boolean counts(SchemaObject table) {
        return Token.of(table.text(SqliteCatalog.SQL)).stream()
                .anyMatch(token -> token.text().equalsIgnoreCase("AUTOINCREMENT"));
    }

    /** The statement with another name for the table: the last of the tokens before the first parenthesis. */
    private static String renamed(String sql, String name) {
        Token last = null;
        for (Token token : Token.of(sql)) {
            if (token.text().equals("(")) {
                break;
            }
            last = token;
        }
        return last == null ? sql : sql.substring(0, last.start()) + name + sql.substring(last.end());
    }
}
