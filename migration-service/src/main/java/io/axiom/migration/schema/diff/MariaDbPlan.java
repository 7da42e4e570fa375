package io.axiom.migration.schema.diff;

import static io.axiom.migration.schema.diff.MariaDbColumns.word;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The statements between two MariaDB schemas: programs and foreign keys in the way go, tables go, come and change (each by one
 * ALTER TABLE), then foreign keys and programs come.
 */
final class MariaDbPlan {
    private static final Set<Kind> PROGRAMS = EnumSet.of(Kind.VIEW, Kind.TRIGGER, Kind.FUNCTION, Kind.PROCEDURE);
    private static final Set<Kind> PARTS = EnumSet.of(Kind.COLUMN, Kind.CHECK, Kind.KEY, Kind.INDEX);

    private final Comparison comparison;
    private final Map<ObjectId, List<String>> refill;
    private final Script script = new Script();
    private final Set<ObjectId> touched = new TreeSet<>();

    private MariaDbPlan(Comparison comparison, Map<ObjectId, List<String>> refill) {
        this.comparison = comparison;
        this.refill = refill;
    }

    static Script script(Comparison comparison, Map<ObjectId, List<String>> refill) {
        MariaDbPlan plan = new MariaDbPlan(comparison, refill);
        plan.write();
        return plan.script;
    }

    private void write() {
        script.reordering();
        touched.addAll(comparison.touchedTables(PARTS, script));
        Set<ObjectId> programs = programs();
        Set<ObjectId> keys = foreignKeys();
        Ordering.sorted(in(programs, comparison.from()), comparison.from())
                .reversed()
                .forEach(id -> script.add("DROP " + id.kind().name() + ' ' + word(id.name())));
        in(keys, comparison.from())
                .forEach(id -> script.add("ALTER TABLE " + word(id.owner()) + " DROP FOREIGN KEY " + word(id.name())));
        touched.stream()
                .filter(id -> !comparison.to().containsKey(id))
                .forEach(id -> script.add("DROP TABLE " + word(id.name())));
        sequences();
        in(touched, comparison.to()).forEach(this::table);
        in(keys, comparison.to())
                .forEach(id -> script.add(
                        "ALTER TABLE " + word(id.owner()) + " ADD " + MariaDbColumns.item(comparison.after(id))));
        Ordering.sorted(in(programs, comparison.to()), comparison.to()).forEach(this::program);
        comparison.removed().stream()
                .filter(id -> id.kind() == Kind.SEQUENCE)
                .forEach(id -> script.add("DROP SEQUENCE " + word(id.name())));
    }

    private static List<ObjectId> in(Set<ObjectId> ids, SortedMap<ObjectId, SchemaObject> index) {
        return ids.stream().filter(index::containsKey).toList();
    }

    private boolean differs(ObjectId id) {
        return comparison.added().contains(id)
                || comparison.removed().contains(id)
                || comparison.changed().contains(id);
    }

    private Set<ObjectId> programs() {
        Set<ObjectId> programs = new TreeSet<>();
        int size;
        do {
            size = programs.size();
            for (SortedMap<ObjectId, SchemaObject> index : List.of(comparison.from(), comparison.to())) {
                index.values().stream()
                        .filter(object -> PROGRAMS.contains(object.kind()))
                        .filter(object -> differs(object.id())
                                || object.needs().stream()
                                        .anyMatch(need -> touched.contains(need) || programs.contains(need)))
                        .forEach(object -> programs.add(object.id()));
            }
        } while (programs.size() > size);
        return programs;
    }

    /** Those that differ, and all at tables whose columns or indexes do: an index a foreign key stands on cannot go. */
    private Set<ObjectId> foreignKeys() {
        Set<ObjectId> keys = new TreeSet<>();
        for (SortedMap<ObjectId, SchemaObject> index : List.of(comparison.from(), comparison.to())) {
            index.values().stream()
                    .filter(object -> object.kind() == Kind.FOREIGN_KEY)
                    .filter(object -> differs(object.id())
                            || reshaped(ObjectId.of(Kind.TABLE, "", object.id().owner()))
                            || object.needs().stream().anyMatch(this::reshaped))
                    .forEach(object -> keys.add(object.id()));
        }
        return keys;
    }

    private boolean reshaped(ObjectId table) {
        return comparison.differences().stream()
                .anyMatch(difference -> PARTS.contains(difference.object().kind())
                        && difference.object().owner().equals(table.name())
                        && difference.change() != Difference.Change.ADDED);
    }

    private void sequences() {
        comparison.to().values().stream()
                .filter(object -> object.kind() == Kind.SEQUENCE && differs(object.id()))
                .forEach(object -> {
                    if (comparison.from().containsKey(object.id())) {
                        script.add("DROP SEQUENCE " + word(object.id().name()));
                    }
                    script.add(object.text(Property.DEFINITION));
                });
    }

    private void table(ObjectId id) {
        SchemaObject to = comparison.after(id);
        if (!comparison.from().containsKey(id)) {
            script.add(MariaDbColumns.create(to, comparison.to()));
        } else {
            if (!comparison.before(id).text(Property.PARTITION_KEY).equals(to.text(Property.PARTITION_KEY))) {
                script.unreachable(id.text() + " would have to be partitioned by hand");
            }
            alter(id);
        }
        script.addAll(refill.getOrDefault(id, List.of()));
    }

    private void alter(ObjectId id) {
        MariaDbAlter alter = new MariaDbAlter(comparison, id);
        List<String> fill = Ordering.parts(id, Kind.COLUMN, comparison.to()).stream()
                .flatMap(column -> refill.getOrDefault(column.id(), List.of()).stream())
                .toList();
        List<String> actions = new ArrayList<>(alter.actions());
        if (fill.isEmpty()) {
            actions.addAll(alter.additions());
            alter(id, actions);
            return;
        }
        alter(id, actions);
        script.addAll(fill);
        alter(id, alter.additions());
    }

    private void alter(ObjectId id, List<String> actions) {
        if (!actions.isEmpty()) {
            script.add("ALTER TABLE " + word(id.name()) + "\n    " + String.join(",\n    ", actions));
        }
    }

    private void program(ObjectId id) {
        SchemaObject to = comparison.after(id);
        String definition = to.text(Property.DEFINITION);
        if (id.kind() != Kind.VIEW) {
            script.add(definition);
            return;
        }
        String security = to.is("security") ? "SQL SECURITY " + to.text("security") + ' ' : "";
        String checks = to.is("checkOption") ? " WITH " + to.text("checkOption") + " CHECK OPTION" : "";
        script.add("CREATE " + security + "VIEW " + word(id.name()) + " AS " + definition + checks);
    }
}
