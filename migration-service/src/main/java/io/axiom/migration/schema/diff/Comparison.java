package io.axiom.migration.schema.diff;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.sqlite.SqliteCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two schemas side by side.
 *
 * @param added ids only the second has
 * @param removed ids only the first has
 * @param changed ids both have with other properties or elements, comments included
 */
record Comparison(
        SortedMap<ObjectId, SchemaObject> from,
        SortedMap<ObjectId, SchemaObject> to,
        SortedSet<ObjectId> added,
        SortedSet<ObjectId> removed,
        SortedSet<ObjectId> changed) {

    static Comparison of(Snapshot from, Snapshot to) {
        SortedMap<ObjectId, SchemaObject> before = from.index();
        SortedMap<ObjectId, SchemaObject> after = to.index();
        SortedSet<ObjectId> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        SortedSet<ObjectId> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        SortedSet<ObjectId> changed = new TreeSet<>();
        before.forEach((id, object) -> {
            SchemaObject other = after.get(id);
            if (other != null
                    && !alike(object, other)
                    && !properties(object, other).isEmpty()) {
                changed.add(id);
            }
        });
        return new Comparison(before, after, added, removed, changed);
    }

    /** Which is soon said of most objects. */
    private static boolean alike(SchemaObject one, SchemaObject other) {
        return one.properties().equals(other.properties()) && one.elements().equals(other.elements());
    }

    /** The properties that differ; the elements count as one called by what they are. */
    static List<String> properties(SchemaObject one, SchemaObject other) {
        SortedSet<String> names = new TreeSet<>(one.properties().keySet());
        names.addAll(other.properties().keySet());
        names.remove(Property.POSITION);
        names.remove(SqliteCatalog.SQL);
        List<String> differing = names.stream()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!one.elements().equals(other.elements()) && !differing.contains(Property.DEFINITION)) {
            differing.add(one.kind() == Kind.ENUM ? "labels" : one.kind() == Kind.GRANT ? "privileges" : "columns");
        }
        return differing;
    }

    SchemaObject before(ObjectId id) {
        return Objects.requireNonNull(from.get(id));
    }

    SchemaObject after(ObjectId id) {
        return Objects.requireNonNull(to.get(id));
    }

    /**
     * The tables that differ, themselves or in one of their parts. What no statement can change is noted in the script.
     *
     * @param parts kinds that are changed with their table
     */
    SortedSet<ObjectId> touchedTables(Set<Kind> parts, Script script) {
        SortedSet<ObjectId> touched = new TreeSet<>();
        differences().stream().map(Difference::object).forEach(id -> {
            if (parts.contains(id.kind())) {
                touched.add(ObjectId.of(Kind.TABLE, "", id.owner()));
            } else if (id.kind() == Kind.TABLE) {
                touched.add(id);
            } else if (id.kind() == Kind.OTHER) {
                script.unreachable(id.text() + " would have to be made or dropped by hand");
            }
        });
        return touched;
    }

    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        added.stream().filter(id -> !columnOf(id, added)).map(Difference::added).forEach(differences::add);
        removed.stream()
                .filter(id -> !columnOf(id, removed))
                .map(Difference::removed)
                .forEach(differences::add);
        for (ObjectId id : changed) {
            SchemaObject one = before(id);
            SchemaObject other = after(id);
            for (String property : properties(one, other)) {
                boolean element = !one.properties().containsKey(property)
                        && !other.properties().containsKey(property);
                differences.add(Difference.changed(
                        id,
                        property,
                        element ? String.join(", ", one.elements()) : one.get(property),
                        element ? String.join(", ", other.elements()) : other.get(property)));
            }
        }
        reordered(differences);
        differences.sort(Comparator.comparing(Difference::object).thenComparing(Difference::change));
        return List.copyOf(differences);
    }

    private static boolean columnOf(ObjectId id, SortedSet<ObjectId> tables) {
        return id.kind() == Kind.COLUMN && tables.contains(ObjectId.of(Kind.TABLE, id.schema(), id.owner()));
    }

    private void reordered(List<Difference> differences) {
        boolean moved = from.values().stream()
                .anyMatch(column -> column.kind() == Kind.COLUMN
                        && to.containsKey(column.id())
                        && !column.text(Property.POSITION)
                                .equals(after(column.id()).text(Property.POSITION)));
        if (!moved) {
            return;
        }
        Map<ObjectId, List<SchemaObject>> before = columns(from);
        Map<ObjectId, List<SchemaObject>> after = columns(to);
        before.forEach((table, columns) -> {
            List<String> one = names(columns);
            List<String> other = names(after.getOrDefault(table, List.of()));
            if (!one.equals(other) && new TreeSet<>(one).equals(new TreeSet<>(other))) {
                differences.add(Difference.reordered(table, String.join(", ", one), String.join(", ", other)));
            }
        });
    }

    private static List<String> names(List<SchemaObject> columns) {
        return columns.stream().map(column -> column.id().name()).toList();
    }

    /** The columns of each table in their order. */
    static Map<ObjectId, List<SchemaObject>> columns(SortedMap<ObjectId, SchemaObject> index) {
        Map<ObjectId, List<SchemaObject>> columns = new TreeMap<>();
        index.values().stream()
                .filter(object -> object.kind() == Kind.COLUMN && object.is(Property.POSITION))
                .sorted(Comparator.comparing(object -> Integer.parseInt(object.text(Property.POSITION))))
                .forEach(column -> columns.computeIfAbsent(
                                ObjectId.of(
                                        Kind.TABLE,
                                        column.id().schema(),
                                        column.id().owner()),
                                table -> new ArrayList<>())
                        .add(column));
        return columns;
    }
}
