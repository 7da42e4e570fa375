package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** How rows are copied, found again and put back. */
final class PostgresRows {
    private PostgresRows() {}

    static String word(String name) {
        return Engine.POSTGRESQL.identifier(name);
    }

    static String name(ObjectId id) {
        return word(id.schema()) + '.' + word(id.name());
    }

    static String owner(ObjectId part) {
        return word(part.schema()) + '.' + word(part.owner());
    }

    static List<SchemaObject> parts(SortedMap<ObjectId, SchemaObject> index, ObjectId table, Kind kind) {
        return index.values().stream()
                .filter(object -> object.kind() == kind
                        && object.id().schema().equals(table.schema())
                        && object.id().owner().equals(table.name()))
                .toList();
    }

    /** The columns that hold values of their own, in the table's order. */
    static List<SchemaObject> stored(SortedMap<ObjectId, SchemaObject> index, ObjectId table) {
        return parts(index, table, Kind.COLUMN).stream()
                .filter(column -> !column.is(Property.GENERATED) && column.is(Property.POSITION))
                .sorted(Comparator.comparing(column -> Integer.parseInt(column.text(Property.POSITION))))
                .toList();
    }

    /** The columns of the primary key, else none. */
    static List<SchemaObject> key(SortedMap<ObjectId, SchemaObject> index, ObjectId table) {
        Optional<SchemaObject> primary = parts(index, table, Kind.KEY).stream()
                .filter(key -> key.is(Property.PRIMARY))
                .findFirst();
        return primary.map(key -> key.elements().stream()
                        .map(name -> index.get(ObjectId.part(Kind.COLUMN, table, name)))
                        .filter(column -> column != null)
                        .toList())
                .orElse(List.of());
    }

    /** As copied: values of the users' own types as text, so that the copy does not stand in the way of their types. */
    static String plain(SchemaObject column) {
        String name = word(column.id().name());
        return ownType(column) ? name + "::text AS " + name : name;
    }

    /** As read from a copy. */
    static String typed(SchemaObject column) {
        String name = word(column.id().name());
        return ownType(column) ? name + "::" + column.text(Property.TYPE) : name;
    }

    private static boolean ownType(SchemaObject column) {
        return column.text(Property.TYPE).contains(".");
    }

    static String names(List<SchemaObject> columns) {
        return columns.stream().map(column -> word(column.id().name())).collect(Collectors.joining(", "));
    }

    /** One block that runs the statements while the tables' own triggers rest, and texts are read as they were written. */
    static String quietly(List<ObjectId> tables, String... statements) {
        String named = tables.stream()
                .map(table -> Engine.POSTGRESQL.literal(name(table)) + "::regclass")
                .collect(Collectors.joining(", "));
        StringBuilder block = new StringBuilder("DO $axiom$ DECLARE r record; s text; wake text[] := '{}'; BEGIN\n");
        PostgresCapture.SETTINGS.forEach((setting, value) -> block.append("  PERFORM set_config('")
                .append(setting)
                .append("', '")
                .append(value)
                .append("', true);\n"));
        block.append(
                        "  FOR r IN SELECT tgrelid::regclass AS t, tgname AS n, CASE tgenabled WHEN 'R' THEN ' REPLICA' WHEN 'A'")
                .append(" THEN ' ALWAYS' ELSE '' END AS e FROM pg_trigger WHERE NOT tgisinternal AND tgparentid = 0")
                .append(" AND tgenabled <> 'D' AND tgrelid IN (")
                .append(named)
                .append(") LOOP\n    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', r.t, r.n);\n")
                .append(
                        "    wake := wake || format('ALTER TABLE %s ENABLE%s TRIGGER %I', r.t, r.e, r.n);\n  END LOOP;\n");
        for (String statement : statements) {
            block.append("  ").append(statement).append(";\n");
        }
        return block.append("  SET CONSTRAINTS ALL IMMEDIATE;\n")
                .append("  FOREACH s IN ARRAY wake LOOP EXECUTE s; END LOOP;\nEND $axiom$")
                .toString();
    }
}
