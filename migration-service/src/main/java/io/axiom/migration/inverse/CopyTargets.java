package io.axiom.migration.inverse;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.sqlite.Token;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tables a statement may change, where the engine does not tell: those it names, those that foreign keys with actions
 * reach from there, and all when triggers or views are among them or it is a call.
 */
final class CopyTargets {
    private CopyTargets() {}

    /** The tables, or null where there are too many to copy. */
    static @Nullable List<ObjectId> of(SortedMap<ObjectId, SchemaObject> index, String statement) {
        Set<String> words = Token.of(statement).stream()
                .map(token -> token.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        TreeSet<ObjectId> targets = new TreeSet<>();
        boolean all = Effect.of(statement) == Effect.ANYTHING
                && !Effect.verb(statement).equals("TRUNCATE");
        for (SchemaObject object : index.values()) {
            boolean named = words.contains(object.id().name().toLowerCase(java.util.Locale.ROOT));
            all |= named && object.kind() == Kind.VIEW;
            if (object.kind() == Kind.TABLE && named) {
                targets.add(object.id());
            }
        }
        int size;
        do {
            size = targets.size();
            for (SchemaObject object : index.values()) {
                ObjectId table = ObjectId.of(
                        Kind.TABLE, object.id().schema(), object.id().owner());
                all |= object.kind() == Kind.TRIGGER && targets.contains(table);
                String definition = object.text(Property.DEFINITION).toUpperCase(java.util.Locale.ROOT);
                boolean acts = definition.contains("CASCADE")
                        || definition.contains(" SET NULL")
                        || definition.contains(" SET DEFAULT");
                if (object.kind() == Kind.FOREIGN_KEY
                        && acts
                        && object.is(Property.REFERENCES)
                        && targets.contains(ObjectId.parse("table " + object.text(Property.REFERENCES)))) {
                    targets.add(table);
                }
            }
        } while (targets.size() > size);
        if (all) {
            index.keySet().stream().filter(id -> id.kind() == Kind.TABLE).forEach(targets::add);
        }
        return targets.size() > PostgresTargets.MOST ? null : List.copyOf(targets);
    }
}
