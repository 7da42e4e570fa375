package io.axiom.migration.schema.diff;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must be dropped and created again although both schemas have it: because PostgreSQL cannot alter it, or because it
 * stands on something that goes, is made again, or changes its type.
 */
final class PostgresRecreation {
    /** What loses its footing when something it needs is dropped. */
    private static final Set<Kind> DEPENDENT = EnumSet.of(
            Kind.CHECK,
            Kind.KEY,
            Kind.INDEX,
            Kind.FOREIGN_KEY,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.RULE,
            Kind.TRIGGER,
            Kind.POLICY,
            Kind.STATISTICS,
            Kind.FUNCTION,
            Kind.PROCEDURE);

    /** What PostgreSQL refuses to carry over a change of a column's type. */
    private static final Set<Kind> RIGID = EnumSet.of(
            Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.RULE, Kind.TRIGGER, Kind.POLICY, Kind.FUNCTION, Kind.PROCEDURE);

    private static final Set<Kind> TYPED = EnumSet.of(Kind.CHECK, Kind.INDEX, Kind.FOREIGN_KEY);

    private final Comparison comparison;
    /** Dropped and created again. */
    final Set<ObjectId> again = new TreeSet<>();
    /** Columns that get another type, or a type made anew. */
    final Set<ObjectId> retyped = new TreeSet<>();
    /** Columns whose default must go before something it calls. */
    final Set<ObjectId> bare = new TreeSet<>();

    PostgresRecreation(Comparison comparison) {
        this.comparison = comparison;
        comparison.changed().stream().filter(this::mustBeMadeAgain).forEach(again::add);
        comparison.changed().stream()
                .filter(id -> id.kind() == Kind.COLUMN && !again.contains(id))
                .filter(id -> PostgresColumn.retyped(comparison.before(id), comparison.after(id)))
                .forEach(retyped::add);
        int size;
        do {
            size = again.size() + retyped.size() + bare.size();
            comparison.from().forEach((id, object) -> {
                if (!comparison.removed().contains(id) && !again.contains(id)) {
                    spread(object);
                }
            });
        } while (again.size() + retyped.size() + bare.size() > size);
    }

    private void spread(SchemaObject object) {
        Kind kind = object.kind();
        boolean generated = kind == Kind.COLUMN && object.is(Property.GENERATED);
        for (ObjectId need : object.needs()) {
            boolean gone = comparison.removed().contains(need) || again.contains(need);
            if ((DEPENDENT.contains(kind) || generated) && gone
                    || (RIGID.contains(kind) || generated) && retyped.contains(need)
                    || TYPED.contains(kind) && retyped.contains(need) && acrossFamilies(need)) {
                again.add(object.id());
            } else if (kind == Kind.COLUMN && PostgresNames.isType(need.kind()) && again.contains(need)) {
                retyped.add(object.id());
            } else if (kind == Kind.DOMAIN && PostgresNames.isType(need.kind()) && again.contains(need)) {
                again.add(object.id());
            } else if (kind == Kind.COLUMN && need.kind() == Kind.FUNCTION && gone && object.is(Property.DEFAULT)) {
                bare.add(object.id());
            }
        }
    }

    private boolean acrossFamilies(ObjectId column) {
        String from = comparison.before(column).text(Property.TYPE);
        String to = comparison.after(column).text(Property.TYPE);
        return from.equals(to) || !PostgresColumn.family(from).equals(PostgresColumn.family(to));
    }

    private boolean mustBeMadeAgain(ObjectId id) {
        SchemaObject from = comparison.before(id);
        SchemaObject to = comparison.after(id);
        List<String> differing = Comparison.properties(from, to).stream()
                .filter(property -> !property.equals(Property.COMMENT) && !property.equals(Property.OWNER))
                .toList();
        return switch (id.kind()) {
            case ENUM -> !PostgresAlter.onlyAdds(from.elements(), to.elements());
            case DOMAIN -> differing.contains(Property.TYPE) || differing.contains(Property.COLLATION);
            case FUNCTION, PROCEDURE -> differing.contains(Property.RESULT) || differing.contains("arguments");
            case COLUMN ->
                to.is(Property.GENERATED) && differing.contains(Property.GENERATED)
                        || differing.contains(Property.GENERATED_KIND)
                                && !from.text(Property.GENERATED_KIND).equals("STORED")
                        || differing.contains(Property.GENERATED_KIND) && to.is(Property.GENERATED);
            case CHECK, FOREIGN_KEY -> !differing.isEmpty() && !onlyValidated(from, to);
            case VIEW ->
                !from.elements().equals(prefix(to.elements(), from.elements().size()));
            case RANGE, KEY, INDEX, MATERIALIZED_VIEW, POLICY, STATISTICS -> !differing.isEmpty();
            case RULE, TRIGGER, EVENT_TRIGGER -> differing.contains(Property.DEFINITION);
            case SCHEMA, EXTENSION, COMPOSITE, SEQUENCE, TABLE, GRANT, OTHER -> false;
        };
    }

    private static List<String> prefix(List<String> elements, int length) {
        return elements.subList(0, Math.min(length, elements.size()));
    }

    private static boolean onlyValidated(SchemaObject from, SchemaObject to) {
        return from.is(Property.NOT_VALID)
                && !to.is(Property.NOT_VALID)
                && from.text(Property.DEFINITION).equals(to.text(Property.DEFINITION) + " NOT VALID");
    }
}
