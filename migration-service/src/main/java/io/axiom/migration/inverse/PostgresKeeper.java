package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Scope;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps data in tables of the schema {@value Scope#KEPT}, which no snapshot shows. */
final class PostgresKeeper implements Keeper {
    private final SortedMap<ObjectId, SchemaObject> index;
    private final String prefix;
    private int count;

    /**
     * @param index the schema before the statement
     * @param prefix of the names of the tables made, such as {@code m12_3}
     */
    PostgresKeeper(SortedMap<ObjectId, SchemaObject> index, String prefix) {
        this.index = index;
        this.prefix = prefix;
    }

    @Override
    public @Nullable String table(ObjectId table, Keep keep) {
        SchemaObject object = index.get(table);
        if (object == null) {
            return null;
        }
        List<SchemaObject> columns = PostgresRows.stored(index, table);
        serials(columns, keep);
        if (object.is(Property.PARTITION_KEY) || columns.isEmpty()) {
            return "its partitions' copies";
        }
        String kept = next(keep);
        String name = PostgresRows.name(table);
        keep.before.add("CREATE TABLE " + kept + " AS SELECT "
                + columns.stream().map(PostgresRows::plain).collect(Collectors.joining(", ")) + " FROM ONLY " + name);
        keep.refill(
                table,
                "INSERT INTO " + name + " (" + PostgresRows.names(columns) + ") OVERRIDING SYSTEM VALUE SELECT "
                        + columns.stream().map(PostgresRows::typed).collect(Collectors.joining(", ")) + " FROM "
                        + kept);
        return kept;
    }

    /** The positions of the sequences behind serial and identity columns. */
    private void serials(List<SchemaObject> columns, Keep keep) {
        for (SchemaObject column : columns) {
            if (column.is(Property.IDENTITY) || column.text(Property.DEFAULT).startsWith("nextval(")) {
                String table = Engine.POSTGRESQL.literal(PostgresRows.owner(column.id()));
                String name = Engine.POSTGRESQL.literal(column.id().name());
                position("pg_get_serial_sequence(" + table + ", " + name + ")", keep);
            }
        }
    }

    private String position(String sequence, Keep keep) {
        String kept = next(keep);
        keep.before.add(
                "CREATE TABLE " + kept + " AS SELECT pg_sequence_last_value((" + sequence + ")::regclass) AS position");
        keep.afterwards.add(
                "SELECT setval((" + sequence + ")::regclass, position) FROM " + kept + " WHERE position IS NOT NULL");
        return kept;
    }

    @Override
    public @Nullable String sequence(ObjectId sequence, Keep keep) {
        SchemaObject object = index.get(sequence);
        if (object != null && object.is(Property.OWNED_BY)) {
            ObjectId column = ObjectId.parse(object.text(Property.OWNED_BY));
            serials(index.containsKey(column) ? List.of(index.get(column)) : List.of(), keep);
            return Scope.KEPT;
        }
        return position(Engine.POSTGRESQL.literal(PostgresRows.name(sequence)), keep);
    }

    @Override
    public @Nullable String column(SchemaObject column, boolean dropped, Keep keep) {
        ObjectId table =
                ObjectId.of(Kind.TABLE, column.id().schema(), column.id().owner());
        List<SchemaObject> key = PostgresRows.key(index, table);
        if (key.isEmpty() || key.contains(column) || column.is(Property.INHERITED)) {
            return null;
        }
        String kept = next(keep);
        String name = PostgresRows.name(table);
        String value = PostgresRows.word(column.id().name());
        keep.before.add("CREATE TABLE " + kept + " AS SELECT "
                + key.stream().map(PostgresRows::plain).collect(Collectors.joining(", ")) + ", " + value
                + "::text AS axiom_before FROM " + name);
        String same = key.stream()
                .map(part -> "t." + PostgresRows.word(part.id().name()) + " = k." + PostgresRows.typed(part))
                .collect(Collectors.joining(" AND "));
        String set = value + " = k.axiom_before::" + column.text(Property.TYPE);
        String unchanged = "";
        if (!dropped) {
            keep.before.add("ALTER TABLE " + kept + " ADD COLUMN axiom_after text");
            keep.after.add(
                    "UPDATE " + kept + " k SET axiom_after = t." + value + "::text FROM " + name + " t WHERE " + same);
            // What a program wrote since keeps its value.
            unchanged = " AND t." + value + "::text IS NOT DISTINCT FROM k.axiom_after::" + column.text(Property.TYPE)
                    + "::text";
        }
        keep.refill(
                column.id(),
                PostgresRows.quietly(
                        List.of(table),
                        "UPDATE " + name + " t SET " + set + " FROM " + kept + " k WHERE " + same + unchanged));
        if (!dropped) {
            return kept;
        }
        serials(List.of(column), keep);
        return kept;
    }

    @Override
    public @Nullable String rows(List<ObjectId> tables, Keep keep) {
        String first = "";
        for (ObjectId table : tables) {
            String kept = next(keep);
            first = first.isEmpty() ? kept : first;
            new PostgresCapture(index, table, kept).install(keep);
        }
        PostgresCapture.bringBack(index, tables, keep);
        return tables.size() == 1 ? first : Scope.KEPT + " (" + tables.size() + " tables are watched)";
    }

    private String next(Keep keep) {
        if (count++ == 0) {
            keep.before.add("CREATE SCHEMA IF NOT EXISTS " + Scope.KEPT);
        }
        String name = Scope.KEPT + '.' + PostgresRows.word(prefix + '_' + count);
        keep.release.add("DROP TABLE IF EXISTS " + name);
        return name;
    }
}
