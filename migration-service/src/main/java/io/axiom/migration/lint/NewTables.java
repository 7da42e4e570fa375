package io.axiom.migration.lint;

import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables a script makes that nobody else can be using: in the transaction at hand, or temporary ones. */
final class NewTables {
    /** Temporary tables are new in every transaction. */
    private static final int ANY_TRANSACTION = -1;

    /** Tables of one name in different schemas, past which a script is not taken for one a person wrote. */
    private static final int MOST_OF_ONE_NAME = 100;

    private record Key(String name, int transaction) {}

    private record Creation(QualifiedName table, int index) {}

    private final Map<Key, List<Creation>> creations = new HashMap<>();

    void add(QualifiedName table, int index, int transaction, boolean temporary) {
        if (temporary || transaction != 0) {
            Key key = new Key(table.last().value(), temporary ? ANY_TRANSACTION : transaction);
            List<Creation> same = creations.computeIfAbsent(key, _ -> new ArrayList<>());
            boolean known = same.stream()
                    .anyMatch(creation -> creation.table().toString().equals(table.toString()));
            if (!known && same.size() < MOST_OF_ONE_NAME) {
                same.add(new Creation(table, index));
            }
        }
    }

    boolean contains(QualifiedName table, Step at) {
        return isTemporary(table, at) || (at.inTransaction() && any(table, at.transaction(), at));
    }

    boolean isTemporary(QualifiedName table, Step at) {
        return any(table, ANY_TRANSACTION, at);
    }

    private boolean any(QualifiedName table, int transaction, Step at) {
        return creations.getOrDefault(new Key(table.last().value(), transaction), List.of()).stream()
                .anyMatch(creation ->
                        creation.index() < at.index() && creation.table().mayBe(table));
    }
}
