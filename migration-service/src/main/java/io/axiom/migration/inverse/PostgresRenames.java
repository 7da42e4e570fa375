package io.axiom.migration.inverse;

import static io.axiom.migration.schema.diff.PostgresNames.word;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.diff.PostgresNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renames and moves between schemas, known by PostgreSQL's oids and column numbers, which stay. */
final class PostgresRenames {
    private PostgresRenames() {}

    static List<Rename> between(Capture before, Capture after) {
        Map<String, ObjectId> then = inverted(before);
        Map<ObjectId, ObjectId> moved = new TreeMap<>();
        after.identities().forEach((id, address) -> {
            ObjectId old = then.get(address);
            if (old != null && old.kind() == id.kind() && !old.equals(id)) {
                moved.put(id, old);
            }
        });
        Map<ObjectId, SchemaObject> now = after.snapshot().index();
        Map<ObjectId, SchemaObject> past = before.snapshot().index();
        Map<String, String> schemas = new HashMap<>();
        moved.forEach((id, old) -> {
            if (id.kind() == Kind.SCHEMA) {
                schemas.put(id.name(), old.name());
            }
        });
        List<Rename> renames = new ArrayList<>();
        moved.forEach((id, old) -> {
            SchemaObject object = now.get(id);
            SchemaObject former = past.get(old);
            if (object == null || former == null) {
                return;
            }
            boolean sameSchema = schemas.getOrDefault(id.schema(), id.schema()).equals(old.schema());
            if (!id.kind().owned() && !sameSchema) {
                renames.add(move(object, former));
            }
            if (!id.name().equals(old.name())) {
                renames.add(rename(object, former));
            }
        });
        past.forEach((id, former) -> {
            SchemaObject object = now.get(id);
            Rename label = id.kind() == Kind.ENUM && object != null ? label(object, former) : null;
            if (label != null) {
                renames.add(label);
            }
        });
        return renames;
    }

    private static Map<String, ObjectId> inverted(Capture capture) {
        Map<String, ObjectId> inverted = new HashMap<>();
        capture.identities().forEach((id, address) -> inverted.put(address, id));
        return inverted;
    }

    private static Rename move(SchemaObject now, SchemaObject former) {
        // The name is still the new one when it moves back, and the old one when it moves forth again.
        SchemaObject underNewName = new SchemaObject(
                new ObjectId(former.kind(), former.id().schema(), "", now.id().name()), now.properties(), null, null);
        return new Rename(
                now.id().text() + " moves back to the schema " + former.id().schema(),
                "ALTER " + PostgresNames.spelled(now) + " SET SCHEMA "
                        + word(former.id().schema()),
                "ALTER " + PostgresNames.spelled(underNewName) + " SET SCHEMA "
                        + word(now.id().schema()));
    }

    private static Rename rename(SchemaObject now, SchemaObject former) {
        SchemaObject there = new SchemaObject(
                new ObjectId(
                        now.kind(),
                        former.id().schema(),
                        former.id().owner(),
                        now.id().name()),
                now.properties(),
                null,
                null);
        return new Rename(
                now.id().text() + " is called " + former.id().name() + " again",
                statement(there, former),
                statement(former, there));
    }

    private static String statement(SchemaObject from, SchemaObject to) {
        String name = word(
                to.kind() == Kind.FUNCTION || to.kind() == Kind.PROCEDURE
                        ? to.text("routine")
                        : to.id().name());
        String table = word(from.id().schema()) + '.' + word(from.id().owner());
        return switch (from.kind()) {
            case COLUMN ->
                "ALTER TABLE " + table + " RENAME COLUMN " + word(from.id().name()) + " TO " + name;
            case CHECK, KEY, FOREIGN_KEY ->
                "ALTER TABLE " + table + " RENAME CONSTRAINT " + word(from.id().name()) + " TO " + name;
            default -> "ALTER " + PostgresNames.spelled(from) + " RENAME TO " + name;
        };
    }

    private static @Nullable Rename label(SchemaObject now, SchemaObject former) {
        List<String> labels = now.elements();
        List<String> old = former.elements();
        if (labels.size() != old.size()) {
            return null;
        }
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.get(i).equals(old.get(i))) {
                differing.add(i);
            }
        }
        if (differing.size() != 1 || old.contains(labels.get(differing.getFirst()))) {
            return null;
        }
        String to = Engine.POSTGRESQL.literal(labels.get(differing.getFirst()));
        String from = Engine.POSTGRESQL.literal(old.get(differing.getFirst()));
        String alter = "ALTER " + PostgresNames.spelled(now) + " RENAME VALUE ";
        return new Rename(
                "label " + to + " of " + now.id().text() + " is called " + from + " again",
                alter + to + " TO " + from,
                alter + from + " TO " + to);
    }
}
