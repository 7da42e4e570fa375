package io.axiom.migration.schema.diff;

import static io.axiom.migration.schema.diff.PostgresNames.name;
import static io.axiom.migration.schema.diff.PostgresNames.owner;
import static io.axiom.migration.schema.diff.PostgresNames.word;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statements between two PostgreSQL schemas: what stands in the way goes first, in reverse order of need; then everything
 * new or changed in order of need; then what nothing uses any more; comments last.
 */
final class PostgresPlan {
    /** What is dropped last, when nothing refers to it any more. */
    private static final Set<Kind> LATE = EnumSet.of(
            Kind.SCHEMA,
            Kind.EXTENSION,
            Kind.ENUM,
            Kind.RANGE,
            Kind.COMPOSITE,
            Kind.DOMAIN,
            Kind.SEQUENCE,
            Kind.FUNCTION,
            Kind.PROCEDURE);

    private final Comparison comparison;
    private final PostgresRecreation recreation;
    private final PostgresCreate create;
    private final Map<ObjectId, List<String>> refill;
    private final Script script = new Script();
    private final Set<ObjectId> early;

    private PostgresPlan(Comparison comparison, Map<ObjectId, List<String>> refill) {
        this.comparison = comparison;
        this.refill = refill;
        this.recreation = new PostgresRecreation(comparison);
        this.create = new PostgresCreate(comparison.to());
        this.early = early();
    }

    static Script script(Comparison comparison, Map<ObjectId, List<String>> refill) {
        PostgresPlan plan = new PostgresPlan(comparison, refill);
        plan.loosen();
        plan.dropEarly();
        plan.setTypesAside();
        plan.forward();
        plan.dropLate();
        new PostgresFinish(comparison, plan.recreation.again, plan.script).write();
        return plan.script;
    }

    private Set<ObjectId> early() {
        Set<ObjectId> gone = new TreeSet<>();
        recreation.again.stream().filter(id -> !PostgresNames.isType(id.kind())).forEach(gone::add);
        comparison.removed().stream().filter(id -> !LATE.contains(id.kind())).forEach(gone::add);
        boolean grew = true;
        while (grew) {
            // A function that takes or returns a table's row goes before that table, one that takes a type before it is
            // set aside.
            grew = comparison.removed().stream()
                    .filter(id -> LATE.contains(id.kind()) && id.kind() != Kind.SEQUENCE && !gone.contains(id))
                    .filter(id -> comparison.before(id).needs().stream()
                            .anyMatch(need -> gone.contains(need) || recreation.again.contains(need)))
                    .toList()
                    .stream()
                    .map(gone::add)
                    .reduce(false, Boolean::logicalOr);
        }
        return gone;
    }

    /** Sequences that outlive the column that owns them, and defaults that call what goes. */
    private void loosen() {
        for (ObjectId id : comparison.changed()) {
            String owner = comparison.before(id).text(Property.OWNED_BY);
            if (id.kind() == Kind.SEQUENCE
                    && !owner.isEmpty()
                    && !owner.equals(comparison.after(id).text(Property.OWNED_BY))) {
                script.add("ALTER SEQUENCE " + name(id) + " OWNED BY NONE");
            }
        }
        for (ObjectId id : recreation.bare) {
            script.add("ALTER TABLE " + owner(id) + " ALTER COLUMN " + word(id.name()) + " DROP DEFAULT");
        }
    }

    private void dropEarly() {
        List<ObjectId> order = Ordering.sorted(early, comparison.from()).reversed();
        // Foreign keys first: tables may refer to each other in circles.
        order.stream()
                .filter(id -> id.kind() == Kind.FOREIGN_KEY && needsOwnDrop(id))
                .forEach(this::drop);
        order.stream()
                .filter(id -> id.kind() != Kind.FOREIGN_KEY && needsOwnDrop(id))
                .forEach(this::drop);
    }

    /** Parts go with the table or view they belong to, except keys to other tables that go too. */
    private boolean needsOwnDrop(ObjectId id) {
        boolean withOwner = id.kind().owned() && Ordering.owners(id).stream().anyMatch(early::contains);
        if (id.kind() != Kind.FOREIGN_KEY || !withOwner) {
            return !withOwner;
        }
        String referenced = comparison.before(id).text(Property.REFERENCES);
        String own = ObjectId.of(Kind.TABLE, id.schema(), id.owner()).path();
        return !referenced.equals(own) && early.contains(ObjectId.parse("table " + referenced));
    }

    private void drop(ObjectId id) {
        SchemaObject object = comparison.before(id);
        switch (id.kind()) {
            case COLUMN -> {
                if (object.is(Property.INHERITED)) {
                    // It goes with its parent's column, or with the bond to the parent.
                    return;
                }
                if (object.is(Property.POSITION)) {
                    script.add("ALTER TABLE " + owner(id) + " DROP COLUMN " + word(id.name()));
                } else if (Ordering.owners(id).stream().noneMatch(early::contains)) {
                    script.add("COMMENT ON " + PostgresNames.spelled(object) + " IS NULL");
                }
            }
            case CHECK, KEY, FOREIGN_KEY ->
                script.add("ALTER TABLE " + owner(id) + " DROP CONSTRAINT " + word(id.name()));
            case GRANT -> script.add(PostgresGrant.revoke(object));
            case OTHER -> script.unreachable(id.text() + " would have to be dropped by hand");
            default -> script.add("DROP " + PostgresNames.spelled(object));
        }
    }

    private void setTypesAside() {
        for (ObjectId id : recreation.again) {
            if (PostgresNames.isType(id.kind())) {
                script.add("ALTER " + PostgresNames.spelled(comparison.before(id)) + " RENAME TO "
                        + word(aside(id).name()));
            }
        }
    }

    private static ObjectId aside(ObjectId type) {
        String name = type.name().length() > 55 ? type.name().substring(0, 55) : type.name();
        return ObjectId.of(type.kind(), type.schema(), name + "__old");
    }

    private void forward() {
        Set<ObjectId> nodes = new TreeSet<>(comparison.added());
        nodes.removeIf(id -> id.kind() == Kind.COLUMN
                && comparison.added().contains(ObjectId.of(Kind.TABLE, id.schema(), id.owner())));
        nodes.addAll(comparison.changed());
        nodes.addAll(recreation.again);
        nodes.addAll(recreation.retyped);
        nodes.addAll(recreation.bare);
        boolean routines = nodes.stream().anyMatch(id -> id.kind() == Kind.FUNCTION || id.kind() == Kind.PROCEDURE);
        if (routines) {
            script.add("SET check_function_bodies = off");
        }
        Ordering.sorted(nodes, comparison.to()).forEach(this::forward);
        if (routines) {
            script.add("RESET check_function_bodies");
        }
    }

    private void forward(ObjectId id) {
        SchemaObject to = comparison.after(id);
        if (comparison.added().contains(id) || recreation.again.contains(id)) {
            if (id.kind() == Kind.OTHER) {
                script.unreachable(id.text() + " would have to be created by hand");
            }
            boolean strict = id.kind() == Kind.COLUMN && PostgresColumn.needsValues(to);
            script.addAll(create.statements(strict ? PostgresColumn.nullable(to) : to));
            script.addAll(refill.getOrDefault(id, List.of()));
            if (strict) {
                script.addAll(PostgresColumn.change(PostgresColumn.nullable(to), to, false, false));
            }
            return;
        }
        SchemaObject from = comparison.before(id);
        if (id.kind() == Kind.COLUMN && to.is(Property.POSITION)) {
            boolean rewritten = recreation.retyped.contains(id) && !PostgresColumn.retyped(from, to);
            script.addAll(PostgresColumn.change(from, to, rewritten, recreation.bare.contains(id)));
            script.addAll(refill.getOrDefault(id, List.of()));
            return;
        }
        List<String> differing = Comparison.properties(from, to);
        if (id.kind() == Kind.TABLE
                && (differing.contains(Property.PARTITION_KEY) || differing.contains(Property.INHERITS))) {
            script.unreachable(
                    id.text() + " would have to be rebuilt: PostgreSQL cannot change how a table is partitioned or"
                            + " what it inherits");
        }
        if (!differing.equals(List.of(Property.COMMENT)) && !differing.equals(List.of(Property.OWNER))) {
            script.addAll(PostgresAlter.statements(from, to));
        }
    }

    private void dropLate() {
        Set<ObjectId> late = new TreeSet<>(comparison.removed());
        late.removeIf(id -> !LATE.contains(id.kind()) || early.contains(id) || goesWithItsColumn(id));
        Ordering.sorted(late, comparison.from()).reversed().forEach(this::drop);
        List<ObjectId> types = recreation.again.stream()
                .filter(id -> PostgresNames.isType(id.kind()))
                .toList();
        Ordering.sorted(types, comparison.from()).reversed().stream()
                .map(PostgresPlan::aside)
                .forEach(id -> script.add("DROP " + (id.kind() == Kind.DOMAIN ? "DOMAIN " : "TYPE ") + name(id)));
    }

    private boolean goesWithItsColumn(ObjectId id) {
        String owner = comparison.before(id).text(Property.OWNED_BY);
        return !owner.isEmpty() && early.contains(ObjectId.parse(owner));
    }
}
