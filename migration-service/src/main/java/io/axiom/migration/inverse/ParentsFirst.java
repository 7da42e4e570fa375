package io.axiom.migration.inverse;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Tables in an order in which those that others refer to come first; circles are cut where they are found. */
final class ParentsFirst {
    private ParentsFirst() {}

    static List<ObjectId> order(SortedMap<ObjectId, SchemaObject> index, List<ObjectId> tables) {
        Set<ObjectId> waiting = new HashSet<>(tables);
        Map<ObjectId, Set<ObjectId>> parents = new HashMap<>();
        for (SchemaObject key : index.values()) {
            if (key.kind() == Kind.FOREIGN_KEY && key.is(Property.REFERENCES)) {
                ObjectId table =
                        ObjectId.of(Kind.TABLE, key.id().schema(), key.id().owner());
                ObjectId parent = ObjectId.parse("table " + key.text(Property.REFERENCES));
                if (!parent.equals(table)) {
                    parents.computeIfAbsent(table, id -> new HashSet<>()).add(parent);
                }
            }
        }
        List<ObjectId> rest = new ArrayList<>(tables);
        List<ObjectId> order = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<ObjectId> ready = rest.stream()
                    .filter(table ->
                            parents.getOrDefault(table, Set.of()).stream().noneMatch(waiting::contains))
                    .toList();
            List<ObjectId> next = ready.isEmpty() ? List.of(rest.getFirst()) : ready;
            order.addAll(next);
            rest.removeAll(next);
            next.forEach(waiting::remove);
        }
        return order;
    }
}
