package io.axiom.migration.inverse;

import io.axiom.language.Texts;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rows of a (small) database as text, columns in the order of their names, rows sorted, so that an order of columns or
 * rows makes no difference.
 *
 * @param rows by table
 */
record Contents(Map<ObjectId, List<String>> rows) {
    private static final int SHOWN = 3;

    static Contents read(SqlSession session, Snapshot schema) {
        Map<ObjectId, List<String>> rows = new TreeMap<>();
        Engine engine = session.engine();
        List<String> queries = new ArrayList<>();
        Map<String, ObjectId> numbers = new TreeMap<>();
        Map<ObjectId, List<String>> columnsOf = columns(schema);
        for (SchemaObject table : schema.objects()) {
            if (table.kind() != Kind.TABLE || table.is(Property.PARTITION_KEY)) {
                continue;
            }
            rows.put(table.id(), new ArrayList<>());
            List<String> columns = columnsOf.getOrDefault(table.id(), List.of());
            if (!columns.isEmpty()) {
                String number = Integer.toString(numbers.size());
                numbers.put(number, table.id());
                queries.add("SELECT '" + number + "' AS t, " + rendered(engine, columns) + " AS r FROM "
                        + source(engine, table.id()));
            }
        }
        for (int start = 0; start < queries.size(); start += 100) {
            String union = String.join(" UNION ALL ", queries.subList(start, Math.min(start + 100, queries.size())));
            for (Row row : session.query(union)) {
                Objects.requireNonNull(rows.get(numbers.get(row.text("t")))).add(row.text("r"));
            }
        }
        rows.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        return new Contents(rows);
    }

    /** The names of each table's columns, sorted. */
    private static Map<ObjectId, List<String>> columns(Snapshot schema) {
        Map<ObjectId, List<String>> columns = new HashMap<>();
        for (SchemaObject object : schema.objects()) {
            if (object.kind() == Kind.COLUMN) {
                ObjectId table = ObjectId.of(
                        Kind.TABLE, object.id().schema(), object.id().owner());
                columns.computeIfAbsent(table, id -> new ArrayList<>())
                        .add(object.id().name());
            }
        }
        columns.values().forEach(names -> names.sort(Comparator.naturalOrder()));
        return columns;
    }

    private static String source(Engine engine, ObjectId table) {
        return switch (engine) {
            case POSTGRESQL -> "ONLY " + engine.identifier(table.schema()) + '.' + engine.identifier(table.name());
            case MARIADB, SQLITE -> engine.identifier(table.name());
        };
    }

    private static String rendered(Engine engine, List<String> columns) {
        List<String> names = columns.stream().map(engine::identifier).toList();
        return switch (engine) {
            case POSTGRESQL -> "ROW(" + String.join(", ", names) + ")::text";
            case MARIADB ->
                "CONCAT_WS(',', "
                        + names.stream()
                                .map(name -> "COALESCE(HEX(CAST(" + name + " AS BINARY)), '-')")
                                .collect(Collectors.joining(", "))
                        + ")";
            case SQLITE -> names.stream().map(name -> "quote(" + name + ")").collect(Collectors.joining(" || ',' || "));
        };
    }

    int count() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** What of these rows the other contents lack or have besides, in words; empty when all is the same. */
    List<String> differences(Contents other) {
        List<String> differences = new ArrayList<>();
        rows.forEach((table, before) -> {
            List<String> after = other.rows.getOrDefault(table, List.of());
            if (!before.equals(after)) {
                List<String> lost = without(before, after);
                List<String> found = without(after, before);
                differences.add("rows of " + table.path() + " are not the same: " + lost.size() + " of " + before.size()
                        + " are gone " + shown(lost) + ", " + found.size() + " are there instead " + shown(found));
            }
        });
        return differences;
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> rest = new ArrayList<>(rows);
        others.forEach(rest::remove);
        return rest;
    }

    private static String shown(List<String> rows) {
        return rows.stream()
                .limit(SHOWN)
                .map(row -> Texts.shorten(row, 101))
                .collect(Collectors.joining(" ", "", rows.size() > SHOWN ? " …" : ""));
    }
}
