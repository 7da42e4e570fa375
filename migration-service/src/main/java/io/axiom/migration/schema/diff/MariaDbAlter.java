package io.axiom.migration.schema.diff;

import static io.axiom.migration.schema.diff.MariaDbColumns.word;

import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The actions of one ALTER TABLE. */
record MariaDbAlter(Comparison comparison, ObjectId table) {
    private static final List<Kind> CONSTRAINTS = List.of(Kind.CHECK, Kind.INDEX, Kind.KEY);

    List<String> actions() {
        List<String> actions = new ArrayList<>();
        for (Kind kind : CONSTRAINTS) {
            Ordering.parts(table, kind, comparison.from()).stream()
                    .filter(part -> comparison.removed().contains(part.id())
                            || comparison.changed().contains(part.id()))
                    .forEach(part -> actions.add(drop(part.id())));
        }
        Ordering.parts(table, Kind.COLUMN, comparison.from()).stream()
                .filter(column -> comparison.removed().contains(column.id()))
                .forEach(column -> actions.add("DROP COLUMN " + word(column.id().name())));
        columns(actions);
        if (comparison.changed().contains(table)) {
            actions.add(MariaDbColumns.options(comparison.after(table)).strip());
        }
        return actions;
    }

    /** Keys and checks that come, apart from the rest where columns have to be filled before. */
    List<String> additions() {
        List<String> actions = new ArrayList<>();
        for (Kind kind : CONSTRAINTS) {
            Ordering.parts(table, kind, comparison.to()).stream()
                    .filter(part -> comparison.added().contains(part.id())
                            || comparison.changed().contains(part.id()))
                    .forEach(part -> actions.add("ADD " + MariaDbColumns.item(part)));
        }
        return actions;
    }

    private static String drop(ObjectId part) {
        return switch (part.kind()) {
            case KEY -> "DROP PRIMARY KEY";
            case INDEX -> "DROP INDEX " + word(part.name());
            default -> "DROP CONSTRAINT " + word(part.name());
        };
    }

    private void columns(List<String> actions) {
        List<SchemaObject> after = Comparison.columns(comparison.to()).getOrDefault(table, List.of());
        List<String> kept = Comparison.columns(comparison.from()).getOrDefault(table, List.of()).stream()
                .filter(column -> comparison.to().containsKey(column.id()))
                .map(column -> column.id().name())
                .toList();
        List<String> wanted = after.stream()
                .map(column -> column.id().name())
                .filter(kept::contains)
                .toList();
        boolean reordered = !kept.equals(wanted) && new TreeSet<>(kept).equals(new TreeSet<>(wanted));
        String place = " FIRST";
        for (SchemaObject column : after) {
            if (comparison.added().contains(column.id())) {
                actions.add("ADD COLUMN " + MariaDbColumns.definition(column) + place);
            } else if (reordered || comparison.changed().contains(column.id())) {
                actions.add("MODIFY COLUMN " + MariaDbColumns.definition(column) + (reordered ? place : ""));
            }
            place = " AFTER " + word(column.id().name());
        }
    }
}
