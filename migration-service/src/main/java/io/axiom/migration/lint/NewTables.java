package io.axiom.migration.lint;

import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The tables a script makes, and where. */
final class NewTables {
    private record Creation(QualifiedName table, int index, int transaction, boolean temporary) {}

    private final Map<String, List<Creation>> byName = new HashMap<>();

    void add(QualifiedName table, int index, int transaction, boolean temporary) {
        byName.computeIfAbsent(table.last().value(), name -> new ArrayList<>())
                .add(new Creation(table, index, transaction, temporary));
    }

    boolean contains(QualifiedName table, Step at) {
        return any(
                table,
                at,
                creation -> creation.temporary() || (at.inTransaction() && creation.transaction() == at.transaction()));
    }

    boolean isTemporary(QualifiedName table, Step at) {
        return any(table, at, Creation::temporary);
    }

    private boolean any(QualifiedName table, Step at, Predicate<Creation> fits) {
        return byName.getOrDefault(table.last().value(), List.of()).stream()
                .anyMatch(creation ->
                        creation.index() < at.index() && creation.table().mayBe(table) && fits.test(creation));
    }
}
