package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values for seed rows, as SQL expressions. */
final class SeedValues {
    private static final Pattern TEXT_LITERAL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER_LITERAL = Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w'])");

    private final Engine engine;
    private final SortedMap<ObjectId, SchemaObject> index;
    /** Literals of checks and partition bounds, by column: likely to be accepted. */
    private final Map<ObjectId, List<String>> candidates = new HashMap<>();

    SeedValues(Engine engine, SortedMap<ObjectId, SchemaObject> index) {
        this.engine = engine;
        this.index = index;
        for (SchemaObject object : index.values()) {
            ObjectId table =
                    ObjectId.of(Kind.TABLE, object.id().schema(), object.id().owner());
            if (object.kind() == Kind.CHECK) {
                List<String> found = literals(object.text(Property.DEFINITION));
                object.elements()
                        .forEach(column -> candidates
                                .computeIfAbsent(ObjectId.part(Kind.COLUMN, table, column), id -> new ArrayList<>())
                                .addAll(found));
            } else if (object.kind() == Kind.TABLE && object.is(Property.PARTITION_BOUND)) {
                List<String> found = literals(object.text(Property.PARTITION_BOUND));
                ObjectId parent = ObjectId.parse("table " + object.text(Property.PARTITION_OF));
                SchemaObject root = index.get(parent);
                String key = root == null ? "" : root.text(Property.PARTITION_KEY);
                PostgresRows.parts(index, object.id(), Kind.COLUMN).stream()
                        .filter(column -> key.contains(column.id().name()))
                        .forEach(column -> candidates
                                .computeIfAbsent(column.id(), id -> new ArrayList<>())
                                .addAll(found));
            }
        }
    }

    private static List<String> literals(String text) {
        List<String> literals = new ArrayList<>();
        Matcher texts = TEXT_LITERAL.matcher(text);
        while (texts.find()) {
            literals.add("'" + texts.group(1) + "'");
        }
        Matcher numbers = NUMBER_LITERAL.matcher(TEXT_LITERAL.matcher(text).replaceAll(" "));
        while (numbers.find()) {
            literals.add(numbers.group());
        }
        return literals;
    }

    /** Whether the database gives the value itself. */
    static boolean givenByDatabase(SchemaObject column) {
        return column.is(Property.GENERATED)
                || column.is(Property.IDENTITY)
                || column.text(Property.DEFAULT).startsWith("nextval(");
    }

    /** A value for the column; null for NULL. Attempts after the first try what checks and bounds mention. */
    @Nullable
    String value(SchemaObject column, int row, int attempt) {
        String reference = reference(column, row);
        if (reference != null) {
            return reference;
        }
        List<String> known = candidates.getOrDefault(column.id(), List.of());
        String type = column.text(Property.TYPE);
        if (!known.isEmpty() && attempt < known.size() + 2) {
            String literal = known.get((row - 1 + attempt) % known.size());
            boolean number = !literal.startsWith("'");
            boolean above = number && attempt % 2 == 0;
            return above ? "(" + literal + " + " + row + ")" : literal;
        }
        return switch (engine) {
            case POSTGRESQL -> PostgresValues.value(index, type, row);
            case MARIADB -> MariaDbValues.value(type, row);
            case SQLITE -> SqliteValues.value(type, row);
        };
    }

    /** A key of the table referred to, by its place; the row's own for a table that refers to itself. */
    private @Nullable String reference(SchemaObject column, int row) {
        ObjectId table =
                ObjectId.of(Kind.TABLE, column.id().schema(), column.id().owner());
        for (SchemaObject key : PostgresRows.parts(index, table, Kind.FOREIGN_KEY)) {
            int place = key.elements().indexOf(column.id().name());
            if (place < 0 || !key.is(Property.REFERENCES)) {
                continue;
            }
            ObjectId parent = ObjectId.parse("table " + key.text(Property.REFERENCES));
            List<String> referred =
                    List.of(key.text(Property.REFERENCED_COLUMNS).split(", "));
            if (place >= referred.size() || parent.equals(table) && row == 1 && !column.is(Property.NOT_NULL)) {
                return null;
            }
            String from = engine == Engine.POSTGRESQL ? PostgresRows.name(parent) : engine.identifier(parent.name());
            String name = engine.identifier(referred.get(place));
            String first = engine.identifier(referred.getFirst());
            String subquery = "(SELECT " + name + " FROM (SELECT " + name + ", row_number() OVER (ORDER BY " + first
                    + ") AS axiom_place FROM " + from + ") s WHERE axiom_place <= " + row
                    + " ORDER BY axiom_place DESC LIMIT 1)";
            return parent.equals(table) && column.is(Property.NOT_NULL) ? Integer.toString(row) : subquery;
        }
        return null;
    }
}
