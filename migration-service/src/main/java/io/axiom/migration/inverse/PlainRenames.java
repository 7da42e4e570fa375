package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.sqlite.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Renames where an engine keeps no identity: a statement that says RENAME or CHANGE, after which one table, or one column at
 * the same place, has gone and another come. Should it be something else after all, the rows will show it in the proof.
 */
final class PlainRenames {
    private PlainRenames() {}

    static List<Rename> between(Snapshot before, Snapshot after, String statement) {
        boolean says = Token.of(statement).stream()
                .anyMatch(token ->
                        token.text().equalsIgnoreCase("RENAME") || token.text().equalsIgnoreCase("CHANGE"));
        if (!says) {
            return List.of();
        }
        Engine engine = before.engine();
        SortedMap<ObjectId, SchemaObject> past = before.index();
        SortedMap<ObjectId, SchemaObject> now = after.index();
        List<Rename> renames = new ArrayList<>();
        List<ObjectId> gone = only(past, now, Kind.TABLE);
        List<ObjectId> come = only(now, past, Kind.TABLE);
        for (ObjectId table : come) {
            List<ObjectId> same = gone.stream()
                    .filter(old -> columns(past, old).equals(columns(now, table)))
                    .toList();
            if (same.size() == 1) {
                renames.add(rename(engine, "ALTER TABLE %s RENAME TO %s", table, same.getFirst(), ""));
            }
        }
        for (SchemaObject column : now.values()) {
            ObjectId table =
                    ObjectId.of(Kind.TABLE, column.id().schema(), column.id().owner());
            if (column.kind() == Kind.COLUMN && !past.containsKey(column.id()) && past.containsKey(table)) {
                past.values().stream()
                        .filter(old -> old.kind() == Kind.COLUMN
                                && old.id().owner().equals(table.name())
                                && !now.containsKey(old.id())
                                && old.text(Property.POSITION).equals(column.text(Property.POSITION)))
                        .forEach(old -> renames.add(rename(
                                engine,
                                "ALTER TABLE " + engine.identifier(table.name()) + " RENAME COLUMN %s TO %s",
                                column.id(),
                                old.id(),
                                " of " + table.name())));
            }
        }
        return renames;
    }

    private static List<ObjectId> only(Map<ObjectId, SchemaObject> in, Map<ObjectId, SchemaObject> notIn, Kind kind) {
        return in.keySet().stream()
                .filter(id -> id.kind() == kind && !notIn.containsKey(id))
                .toList();
    }

    private static List<String> columns(SortedMap<ObjectId, SchemaObject> index, ObjectId table) {
        return PostgresRows.parts(index, table, Kind.COLUMN).stream()
                .map(column ->
                        column.id().name() + ' ' + column.text(Property.TYPE) + ' ' + column.text(Property.POSITION))
                .toList();
    }

    private static Rename rename(Engine engine, String pattern, ObjectId now, ObjectId then, String of) {
        String to = engine.identifier(now.name());
        String from = engine.identifier(then.name());
        return new Rename(
                now.kind().word() + ' ' + now.name() + of + " is called " + then.name() + " again",
                pattern.formatted(to, from),
                pattern.formatted(from, to));
    }
}
