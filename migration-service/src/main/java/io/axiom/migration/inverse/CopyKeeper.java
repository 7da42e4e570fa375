package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.sqlite.SqliteCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps data of MariaDB and SQLite in tables beside the others, whose names begin with {@code axiom_kept_}. */
final class CopyKeeper implements Keeper {
    private final Engine engine;
    private final SortedMap<ObjectId, SchemaObject> index;
    private final String prefix;
    private int count;

    CopyKeeper(Engine engine, SortedMap<ObjectId, SchemaObject> index, String prefix) {
        this.engine = engine;
        this.index = index;
        this.prefix = prefix;
    }

    @Override
    public @Nullable String table(ObjectId table, Keep keep) {
        String kept = next(keep);
        String name = engine.identifier(table.name());
        String columns = names(PostgresRows.stored(index, table), "");
        keep.before.add("CREATE TABLE " + kept + " AS SELECT " + columns + " FROM " + name);
        keep.refill(table, "INSERT INTO " + name + " (" + columns + ") SELECT " + columns + " FROM " + kept);
        SchemaObject object = index.get(table);
        if (object != null
                && object.text(SqliteCatalog.SQL).toUpperCase(Locale.ROOT).contains("AUTOINCREMENT")) {
            String position = next(keep);
            String which = "name = " + engine.literal(table.name());
            keep.before.add("CREATE TABLE " + position + " AS SELECT name, seq FROM sqlite_sequence WHERE " + which);
            keep.afterwards.add("DELETE FROM sqlite_sequence WHERE " + which);
            keep.afterwards.add("INSERT INTO sqlite_sequence SELECT name, seq FROM " + position);
        }
        return kept;
    }

    private String names(List<SchemaObject> columns, String alias) {
        return columns.stream()
                .map(column -> alias + engine.identifier(column.id().name()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable String column(SchemaObject column, boolean dropped, Keep keep) {
        ObjectId table =
                ObjectId.of(Kind.TABLE, column.id().schema(), column.id().owner());
        List<SchemaObject> key = PostgresRows.key(index, table);
        if (key.isEmpty() || key.contains(column)) {
            return null;
        }
        String kept = next(keep);
        String name = engine.identifier(table.name());
        String value = engine.identifier(column.id().name());
        keep.before.add("CREATE TABLE " + kept + " AS SELECT " + names(key, "") + ", " + value
                + " AS axiom_before FROM " + name);
        String same = same(key, "t.", "k.");
        String old = "(SELECT k.axiom_before FROM " + kept + " k WHERE " + same + ")";
        if (dropped) {
            keep.refill(column.id(), engine == Engine.SQLITE ? old : update(name, value, old, kept, same));
            return kept;
        }
        String after = next(keep);
        keep.after.add("CREATE TABLE " + after + " AS SELECT " + names(key, "") + ", " + value + " AS axiom_after FROM "
                + name);
        String unchanged = "EXISTS (SELECT 1 FROM " + after + " a WHERE " + same(key, "t.", "a.") + " AND "
                + equal("t." + value, "a.axiom_after") + ")";
        if (engine == Engine.SQLITE) {
            keep.refill(column.id(), "CASE WHEN " + unchanged + " THEN " + old + " ELSE t." + value + " END");
        } else {
            // What a program wrote since keeps its value, converted; it must be told before the column is.
            keep.beforehand.add("DELETE FROM " + kept + " WHERE NOT EXISTS (SELECT 1 FROM " + name + " t WHERE "
                    + same(key, "t.", kept + ".") + " AND " + unchanged + ")");
            keep.refill(column.id(), update(name, value, old, kept, same));
        }
        return kept;
    }

    private static String update(String table, String column, String value, String kept, String same) {
        return "UPDATE " + table + " t SET t." + column + " = " + value + " WHERE EXISTS (SELECT 1 FROM " + kept
                + " k WHERE " + same + ")";
    }

    private String same(List<SchemaObject> columns, String one, String other) {
        return columns.stream()
                .map(column -> engine.identifier(column.id().name()))
                .map(name -> equal(one + name, other + name))
                .collect(Collectors.joining(" AND "));
    }

    /** Equal to the last byte, NULL equal to NULL. */
    private String equal(String one, String other) {
        return CopyKey.equal(engine, one, other);
    }

    @Override
    public @Nullable String sequence(ObjectId sequence, Keep keep) {
        return null;
    }

    @Override
    public @Nullable String rows(List<ObjectId> tables, Keep keep) {
        if (tables.stream().anyMatch(table -> CopyKey.of(engine, index, table) == null)) {
            return null;
        }
        List<String> inserts = new ArrayList<>();
        List<String> updates = new ArrayList<>();
        List<String> deletes = new ArrayList<>();
        String first = "";
        for (ObjectId table : ParentsFirst.order(index, tables)) {
            CopyKey key = Objects.requireNonNull(CopyKey.of(engine, index, table));
            String old = next(keep);
            String now = next(keep);
            first = first.isEmpty() ? old : first;
            String name = engine.identifier(table.name());
            List<SchemaObject> columns = PostgresRows.stored(index, table);
            String list = names(columns, "");
            String changed = key.live("t.", "k.") + " AND " + same(columns, "t.", "k.");
            keep.before.add("CREATE TABLE " + old + " AS SELECT " + key.copied("") + list + " FROM " + name);
            keep.after.add("CREATE TABLE " + now + " AS SELECT " + key.copied("t.") + names(columns, "t.") + " FROM "
                    + name + " t WHERE NOT EXISTS (SELECT 1 FROM " + old + " k WHERE " + changed + ")");
            keep.after.add("DELETE FROM " + old + " WHERE EXISTS (SELECT 1 FROM " + name + " t WHERE "
                    + key.live("t.", old + ".") + " AND " + same(columns, "t.", old + ".") + ")");
            inserts.add("INSERT INTO " + name + " (" + key.target() + list + ") SELECT " + key.source("k.")
                    + names(columns, "k.") + " FROM " + old + " k WHERE NOT EXISTS (SELECT 1 FROM " + now + " n WHERE "
                    + key.kept("n.", "k.") + ")");
            columns.stream()
                    .filter(column -> !key.has(column))
                    .forEach(column -> updates.add(
                            update(name, engine.identifier(column.id().name()), old, now, key)));
            String whole = key.rowid() ? " AND " + same(columns, "n.", name + ".") : "";
            deletes.addFirst("DELETE FROM " + name + " WHERE EXISTS (SELECT 1 FROM " + now + " n WHERE "
                    + key.live(name + ".", "n.") + whole + " AND NOT EXISTS (SELECT 1 FROM " + old + " k WHERE "
                    + key.kept("k.", "n.") + "))");
        }
        List<String> triggers = triggers(tables);
        triggers.forEach(trigger -> keep.afterwards.add("DROP TRIGGER " + engine.identifier(trigger)));
        keep.afterwards.addAll(inserts);
        keep.afterwards.addAll(updates);
        keep.afterwards.addAll(deletes);
        index.values().stream()
                .filter(object -> object.kind() == Kind.TRIGGER
                        && triggers.contains(object.id().name()))
                .forEach(trigger -> keep.afterwards.add(
                        trigger.is(SqliteCatalog.SQL)
                                ? trigger.text(SqliteCatalog.SQL)
                                : trigger.text(Property.DEFINITION)));
        return first;
    }

    /** A value that a program changed since keeps the program's. */
    private String update(String table, String column, String old, String now, CopyKey key) {
        String t = engine == Engine.SQLITE ? table + "." : "t.";
        String value = "(SELECT k." + column + " FROM " + old + " k WHERE " + key.live(t, "k.") + ")";
        String untouched = "EXISTS (SELECT 1 FROM " + now + " n JOIN " + old + " k ON " + key.kept("k.", "n.")
                + " WHERE " + key.live(t, "n.") + " AND " + equal("n." + column, t + column) + ")";
        return "UPDATE " + table + (engine == Engine.SQLITE ? "" : " t") + " SET " + column + " = " + value + " WHERE "
                + untouched;
    }

    private List<String> triggers(List<ObjectId> tables) {
        return tables.stream()
                .flatMap(table -> PostgresRows.parts(index, table, Kind.TRIGGER).stream())
                .map(trigger -> trigger.id().name())
                .toList();
    }

    private String next(Keep keep) {
        count++;
        String name = engine.identifier("axiom_kept_" + prefix + '_' + count);
        keep.release.add("DROP TABLE IF EXISTS " + name);
        return name;
    }
}
