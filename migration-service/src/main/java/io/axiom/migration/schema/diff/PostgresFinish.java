package io.axiom.migration.schema.diff;

import static io.axiom.migration.schema.diff.PostgresNames.name;
import static io.axiom.migration.schema.diff.PostgresNames.owner;
import static io.axiom.migration.schema.diff.PostgresNames.word;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.List;
import java.util.Set;

/**
 * What is said of objects when all are there: whose sequence it is, comments, owners.
 *
 * @param again what was dropped and created again, and so has lost all that
 */
record PostgresFinish(Comparison comparison, Set<ObjectId> again, Script script) {
    void write() {
        comparison.to().forEach((id, to) -> {
            String owned = to.text(Property.OWNED_BY);
            if (!owned.isEmpty() && !owned.equals(before(id, Property.OWNED_BY))) {
                ObjectId column = ObjectId.parse(owned);
                script.add("ALTER SEQUENCE " + name(id) + " OWNED BY " + owner(column) + '.' + word(column.name()));
            }
        });
        comparison.to().forEach((id, to) -> {
            if (!before(id, Property.COMMENT).equals(to.text(Property.COMMENT))) {
                List<String> comment = PostgresCreate.comment(to);
                script.addAll(
                        comment.isEmpty() ? List.of("COMMENT ON " + PostgresNames.spelled(to) + " IS NULL") : comment);
            }
            String keeper = to.text(Property.OWNER);
            boolean ownable = !keeper.isEmpty() && id.kind() != Kind.COLUMN && id.kind() != Kind.GRANT;
            if (ownable && comparison.from().containsKey(id) && !keeper.equals(before(id, Property.OWNER))) {
                script.add("ALTER " + PostgresNames.spelled(to) + " OWNER TO " + word(keeper));
            }
        });
    }

    private String before(ObjectId id, String property) {
        SchemaObject from = comparison.from().get(id);
        return from == null || again.contains(id) ? "" : from.text(property);
    }
}
