package io.axiom.migration.inverse;

import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which tables' rows a statement changes: PostgreSQL's own plan says it, foreign keys with actions and triggers add to it. */
final class PostgresTargets {
    /** More tables than that are not watched: each one is locked against writers for as long as the statement runs. */
    static final int MOST = 50;

    private static final JsonMapper JSON = new JsonMapper();

    private PostgresTargets() {}

    /** The tables, or null where there are too many to watch. */
    static @Nullable List<ObjectId> of(SqlSession session, SortedMap<ObjectId, SchemaObject> index, String statement) {
        TreeSet<ObjectId> targets = new TreeSet<>();
        boolean known = Effect.of(statement) == Effect.ROWS && planned(session, statement, targets);
        if (known) {
            spread(index, targets);
        }
        boolean triggers = index.values().stream()
                .filter(object -> object.kind() == Kind.TRIGGER || object.kind() == Kind.RULE)
                .anyMatch(object -> targets.contains(ObjectId.of(
                        Kind.TABLE, object.id().schema(), object.id().owner())));
        if (!known || triggers) {
            // Partitions fire the triggers of the table they are part of.
            index.values().stream()
                    .filter(object -> object.kind() == Kind.TABLE && !object.is(Property.PARTITION_OF))
                    .map(SchemaObject::id)
                    .forEach(targets::add);
        }
        targets.removeIf(target -> !index.containsKey(target));
        return targets.size() > MOST ? null : List.copyOf(targets);
    }

    private static boolean planned(SqlSession session, String statement, TreeSet<ObjectId> targets) {
        try {
            String plan = session.query("EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) " + statement)
                    .getFirst()
                    .text("query plan");
            collect(JSON.readTree(plan), targets);
            return true;
        } catch (SqlFailure e) {
            return false;
        }
    }

    private static void collect(JsonNode node, TreeSet<ObjectId> targets) {
        if (node.path("Node Type").asString("").equals("ModifyTable")) {
            add(node, targets);
            node.path("Target Tables").forEach(table -> add(table, targets));
        }
        node.forEach(child -> collect(child, targets));
    }

    private static void add(JsonNode node, TreeSet<ObjectId> targets) {
        if (node.has("Relation Name")) {
            targets.add(ObjectId.of(
                    Kind.TABLE,
                    node.path("Schema").asString(""),
                    node.path("Relation Name").asString("")));
        }
    }

    private static void spread(SortedMap<ObjectId, SchemaObject> index, TreeSet<ObjectId> targets) {
        int size;
        do {
            size = targets.size();
            for (SchemaObject key : index.values()) {
                String definition = key.text(Property.DEFINITION);
                boolean acts = definition.contains("CASCADE")
                        || definition.contains(" SET NULL")
                        || definition.contains(" SET DEFAULT");
                if (key.kind() == Kind.FOREIGN_KEY
                        && acts
                        && targets.contains(ObjectId.parse("table " + key.text(Property.REFERENCES)))) {
                    targets.add(
                            ObjectId.of(Kind.TABLE, key.id().schema(), key.id().owner()));
                }
            }
        } while (targets.size() > size);
    }
}
