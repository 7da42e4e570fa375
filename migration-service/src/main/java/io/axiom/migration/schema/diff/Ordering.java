package io.axiom.migration.schema.diff;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** An order in which everything comes after what it needs; kinds and names decide the rest, and where needs go in circles. */
final class Ordering {
    private static final List<Kind> OWNERS = List.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW);

    private Ordering() {}

    static List<ObjectId> sorted(Collection<ObjectId> ids, SortedMap<ObjectId, SchemaObject> index) {
        Set<ObjectId> waiting = new TreeSet<>(ids);
        Map<ObjectId, Set<ObjectId>> missing = new TreeMap<>();
        Map<ObjectId, Set<ObjectId>> dependents = new TreeMap<>();
        for (ObjectId id : waiting) {
            Set<ObjectId> needed = needed(id, waiting, index);
            missing.put(id, needed);
            needed.forEach(need ->
                    dependents.computeIfAbsent(need, key -> new TreeSet<>()).add(id));
        }
        PriorityQueue<ObjectId> ready = new PriorityQueue<>(waiting.stream()
                .filter(id -> missing.getOrDefault(id, Set.of()).isEmpty())
                .toList());
        List<ObjectId> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            ObjectId next = ready.isEmpty() ? waiting.iterator().next() : ready.remove();
            if (!waiting.remove(next)) {
                continue;
            }
            order.add(next);
            for (ObjectId dependent : dependents.getOrDefault(next, Set.of())) {
                Set<ObjectId> still = missing.getOrDefault(dependent, Set.of());
                if (still.remove(next) && still.isEmpty()) {
                    ready.add(dependent);
                }
            }
        }
        return order;
    }

    /** What of the set an object needs, itself or through the columns a table is created with. */
    private static Set<ObjectId> needed(ObjectId id, Set<ObjectId> among, SortedMap<ObjectId, SchemaObject> index) {
        Set<ObjectId> needed = new TreeSet<>();
        SchemaObject object = index.get(id);
        if (object != null) {
            collect(object, among, needed);
            // A partition, a child, a function on rows: they take the columns as they find them.
            object.needs().stream()
                    .filter(need -> need.kind() == Kind.TABLE)
                    .flatMap(table -> parts(table, Kind.COLUMN, index).stream())
                    .map(SchemaObject::id)
                    .filter(among::contains)
                    .forEach(needed::add);
        }
        if (id.kind() == Kind.TABLE) {
            parts(id, Kind.COLUMN, index).forEach(column -> collect(column, among, needed));
        }
        if (id.kind().owned()) {
            owners(id).stream().filter(among::contains).forEach(needed::add);
        }
        needed.remove(id);
        return needed;
    }

    private static void collect(SchemaObject object, Set<ObjectId> among, Set<ObjectId> needed) {
        for (ObjectId need : object.needs()) {
            if (among.contains(need)) {
                needed.add(need);
            }
            if (need.kind().owned()) {
                owners(need).stream().filter(among::contains).forEach(needed::add);
            }
        }
    }

    /** The parts of one kind that a table or view has. */
    static List<SchemaObject> parts(ObjectId owner, Kind kind, SortedMap<ObjectId, SchemaObject> index) {
        ObjectId first = ObjectId.part(kind, owner, "");
        List<SchemaObject> parts = new ArrayList<>();
        for (SchemaObject part : index.tailMap(first).values()) {
            if (part.kind() != kind
                    || !part.id().schema().equals(owner.schema())
                    || !part.id().owner().equals(owner.name())) {
                break;
            }
            parts.add(part);
        }
        return parts;
    }

    /** The ids its owner may have; only one of them exists. */
    static List<ObjectId> owners(ObjectId part) {
        return OWNERS.stream()
                .map(kind -> ObjectId.of(kind, part.schema(), part.owner()))
                .toList();
    }
}
