package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what a kept row finds its row again: the primary key, or SQLite's rowid, kept as {@code axiom_rowid}.
 *
 * @param columns of the primary key; none for the rowid
 */
record CopyKey(Engine engine, List<String> columns) {
    private static final String KEPT = "axiom_rowid";

    static @Nullable CopyKey of(Engine engine, SortedMap<ObjectId, SchemaObject> index, ObjectId table) {
        List<SchemaObject> key = PostgresRows.key(index, table);
        SchemaObject object = index.get(table);
        boolean hidden = engine == Engine.SQLITE
                && object != null
                && !object.text(Property.OPTIONS).contains("ROWID")
                && !index.containsKey(ObjectId.part(Kind.COLUMN, table, "rowid"));
        return key.isEmpty() && !hidden
                ? null
                : new CopyKey(
                        engine, key.stream().map(column -> column.id().name()).toList());
    }

    boolean rowid() {
        return columns.isEmpty();
    }

    boolean has(SchemaObject column) {
        return columns.contains(column.id().name());
    }

    /** What a copy selects besides the columns, with a comma. */
    String copied(String alias) {
        return rowid() ? alias + "rowid AS " + KEPT + ", " : "";
    }

    String target() {
        return rowid() ? "rowid, " : "";
    }

    String source(String alias) {
        return rowid() ? alias + KEPT + ", " : "";
    }

    /** That a row of the table and a kept one are the same row. */
    String live(String table, String copy) {
        return rowid() ? table + "rowid = " + copy + KEPT : kept(table, copy);
    }

    /** That two kept rows are of the same row. */
    String kept(String one, String other) {
        return rowid()
                ? one + KEPT + " = " + other + KEPT
                : columns.stream()
                        .map(engine::identifier)
                        .map(name -> equal(engine, one + name, other + name))
                        .collect(Collectors.joining(" AND "));
    }

    /** Equal to the last byte, NULL equal to NULL. */
    static String equal(Engine engine, String one, String other) {
        return engine == Engine.SQLITE
                ? one + " IS " + other
                : "CAST(" + one + " AS BINARY) <=> CAST(" + other + " AS BINARY)";
    }
}
